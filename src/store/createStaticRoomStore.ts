import { initialState } from '../engine/initialState.ts';
import type { DeviceCommands, RoomCommands } from '../engine/RoomCommands.ts';
import { raisedHandsOf } from '../engine/raisedHands.ts';
import type { State } from '../engine/State.ts';
import type { RoomStore } from './RoomStore.ts';

const done = () => Promise.resolve();
const noDevice: DeviceCommands = { enable: done, disable: done, toggle: done };
const noCommands: RoomCommands = {
  prepare: done,
  holdLobby: () => () => {},
  connect: done,
  disconnect: done,
  hold: () => () => {},
  subscribeDemand: () => ({ update() {}, release() {} }),
  chat: { send: done, retry: done, discard() {}, markRead() {} },
  hands: { raise: done, lower: done },
  reactions: { send: done, subscribe: () => () => {} },
  devices: { microphone: noDevice, camera: noDevice, screen: noDevice },
};

/**
 * A store that shows one state and never changes, for stories and tests of components.
 *
 * @param state - What differs from a room that nobody has connected yet.
 * @param commands - What the components may call; the rest does nothing.
 */
export function createStaticRoomStore(state: Partial<State> = {}, commands: Partial<RoomCommands> = {}): RoomStore {
  const connection = state.connection ?? initialState.connection;
  const raisedHands = raisedHandsOf(state.participants?.values() ?? []);
  const snapshot: State = { ...initialState, raisedHands, ...state, connection, status: connection.status };
  return {
    getState: () => snapshot,
    getInitialState: () => snapshot,
    subscribe: () => () => {},
    subscribeTo: () => () => {},
    commands: { ...noCommands, ...commands },
  };
}
