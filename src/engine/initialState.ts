import type { DeviceState } from './DeviceState.ts';
import { PersistentMap } from './PersistentMap.ts';
import type { State } from './State.ts';

/** A device of which nobody knows anything yet. */
export const initialDevice: DeviceState = {
  permission: 'unknown',
  available: [],
  choice: null,
  lost: null,
  status: 'off',
};

/** The state of a room that nobody has connected yet. */
export const initialState: State = {
  status: 'initialized',
  connection: { status: 'initialized' },
  localParticipantId: '',
  participants: PersistentMap.from(),
  streams: PersistentMap.from(),
  subscriptions: PersistentMap.from(),
  activeSpeakerId: null,
  isRecording: false,
  connectionQualities: PersistentMap.from(),
  devices: {
    microphone: initialDevice,
    camera: initialDevice,
    screen: initialDevice,
    screens: new Map(),
    // The system's default is always there.
    speaker: { ...initialDevice, status: 'on', track: null, blocked: false },
  },
  chat: { messages: [], unread: 0 },
  raisedHands: [],
  waiting: [],
};
