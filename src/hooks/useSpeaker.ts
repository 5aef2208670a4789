'use client';
import type { RoomError } from '../errors/index.ts';
import { choiceOf, type DeviceSelection } from './choiceOf.ts';
import { useRoomStore } from './RoomContext.ts';
import { useWatchedDevices } from './useWatchedDevices.ts';

/** Where sound comes out, with what a menu of speakers and a button that starts the sound need. */
export interface Speaker extends DeviceSelection {
  /** Why the chosen one is not used; sound comes out of the system's default then. */
  readonly error: RoomError | null;
  /** The browser plays nothing until the person has clicked something. Any click will do, one on such a button says so. */
  readonly blocked: boolean;
  readonly unblock: () => Promise<void>;
  /** To spread on your own `<button>`, shown while `blocked`; give it a name. */
  readonly buttonProps: { readonly type: 'button'; readonly onClick: () => void };
}

/** Your speaker: which one is used, why not the chosen one, and whether the browser waits for a click before it plays. */
export function useSpeaker(): Speaker {
  const { devices, audio } = useRoomStore().commands;
  const state = useWatchedDevices(({ speaker }) => speaker);
  return {
    ...choiceOf(state, (deviceId) => devices.speaker.choose(deviceId)),
    error: state.status === 'failed' ? state.error : null,
    blocked: state.blocked,
    unblock: () => audio.unblock(),
    buttonProps: { type: 'button', onClick: () => void audio.unblock() },
  };
}
