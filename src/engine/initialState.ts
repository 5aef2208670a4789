import type { State } from './State.ts';

/** The state of a room that nobody has connected yet. */
export const initialState: State = {
  status: 'initialized',
  connection: { status: 'initialized' },
  localParticipantId: '',
  participants: new Map(),
  streams: new Map(),
  subscriptions: new Map(),
  activeSpeakerId: null,
  devices: {
    microphone: { status: 'off' },
    camera: { status: 'off' },
    screen: { status: 'off' },
  },
  chat: { messages: [], unread: 0 },
  raisedHands: [],
};
