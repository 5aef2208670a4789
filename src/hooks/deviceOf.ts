'use client';
import type { DeviceState } from '../engine/DeviceState.ts';
import type { DeviceCommands } from '../engine/RoomCommands.ts';
import type { RoomError } from '../errors/index.ts';
import type { Censorship } from '../protocol/index.ts';

/** One of our own devices, with what a toggle button for it needs. */
export interface Device {
  /** True while it is on. */
  readonly enabled: boolean;
  /** True while it is being opened. */
  readonly pending: boolean;
  /** True while it is on, but the system or a switch on the device keeps it silent or dark. */
  readonly muted: boolean;
  /** Why it could not be opened. */
  readonly error: RoomError | null;
  /** Who keeps it off and why: while that is so, it cannot be turned on. Null while no moderator does. */
  readonly censored: Censorship | null;
  readonly track: MediaStreamTrack | null;
  readonly enable: () => Promise<void>;
  readonly disable: () => Promise<void>;
  readonly toggle: () => Promise<void>;
  /** To spread on your own `<button>`; give it a name. */
  readonly buttonProps: {
    readonly type: 'button';
    readonly 'aria-pressed': boolean;
    readonly 'aria-busy': true | undefined;
    /** While a moderator keeps it off. */
    readonly disabled: true | undefined;
    readonly onClick: () => void;
  };
}

/** A device's state and commands as hooks give them. */
export function deviceOf(state: DeviceState, commands: DeviceCommands, censored: Censorship | null): Device {
  const enabled = state.status === 'on';
  const pending = state.status === 'starting';
  return {
    enabled,
    pending,
    muted: state.status === 'on' && state.muted === true,
    error: state.status === 'failed' ? state.error : null,
    censored,
    track: state.status === 'on' ? state.track : null,
    enable: () => commands.enable(),
    disable: () => commands.disable(),
    toggle: () => commands.toggle(),
    buttonProps: {
      type: 'button',
      'aria-pressed': enabled,
      'aria-busy': pending || undefined,
      disabled: (censored !== null && !enabled) || undefined,
      // A failure is shown by `error`; nobody waits for this promise.
      onClick: () => void commands.toggle().catch(() => {}),
    },
  };
}
