export { createRoomStore } from './createRoomStore.ts';
export { createStaticRoomStore, type StaticCommands, type StaticState } from './createStaticRoomStore.ts';
export { KeyedListeners } from './KeyedListeners.ts';
export type { RoomStore } from './RoomStore.ts';
export {
  createParticipantIdsSelector,
  createRemoteStreamsSelector,
  createTilesSelector,
  selectStream,
  type Tile,
} from './selectors.ts';
