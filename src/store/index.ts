export { createRoomStore } from './createRoomStore.ts';
export { createStaticRoomStore, type StaticCommands, type StaticState } from './createStaticRoomStore.ts';
export type { RoomStore } from './RoomStore.ts';
export {
  createParticipantIdsSelector,
  createRemoteStreamsSelector,
  createTilesSelector,
  selectStream,
  type Tile,
} from './selectors.ts';
