'use client';
import type { LocalDevices } from '../engine/State.ts';
import type { RoomError } from '../errors/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { useRoomState } from './useRoomState.ts';

/** One of our own devices, with what a toggle button for it needs. */
export interface Device {
  /** True while it is on. */
  readonly enabled: boolean;
  /** True while it is being opened. */
  readonly pending: boolean;
  /** Why it could not be opened. */
  readonly error: RoomError | null;
  readonly track: MediaStreamTrack | null;
  readonly enable: () => Promise<void>;
  readonly disable: () => Promise<void>;
  readonly toggle: () => Promise<void>;
  /** To spread on your own `<button>`; give it a name. */
  readonly buttonProps: {
    readonly type: 'button';
    readonly 'aria-pressed': boolean;
    readonly 'aria-busy': true | undefined;
    readonly onClick: () => void;
  };
}

/** What {@link useMicrophone}, {@link useCamera} and {@link useScreenShare} have in common. */
export function useDevice(name: keyof LocalDevices): Device {
  const store = useRoomStore();
  const state = useRoomState('devices', ({ devices }) => devices[name]);
  const commands = store.commands.devices[name];
  const enabled = state.status === 'on';
  const pending = state.status === 'starting';
  return {
    enabled,
    pending,
    error: state.status === 'failed' ? state.error : null,
    track: state.status === 'on' ? state.track : null,
    enable: () => commands.enable(),
    disable: () => commands.disable(),
    toggle: () => commands.toggle(),
    buttonProps: {
      type: 'button',
      'aria-pressed': enabled,
      'aria-busy': pending || undefined,
      // A failure is shown by `error`; nobody waits for this promise.
      onClick: () => void commands.toggle().catch(() => {}),
    },
  };
}
