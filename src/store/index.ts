export { createRoomStore } from './createRoomStore.ts';
export { createStaticRoomStore, type StaticCommands, type StaticState } from './createStaticRoomStore.ts';
export { createTilesSelector, type Tile } from './createTilesSelector.ts';
export { KeyedListeners } from './KeyedListeners.ts';
export type { RoomStore } from './RoomStore.ts';
export {
  createParticipantIdsSelector,
  createRemoteStreamsSelector,
  selectStream,
} from './selectors.ts';
