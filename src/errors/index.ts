export { asRoomError, isRoomErrorCode, notAvailable, roomError } from './factories.ts';
export { RoomError, type RoomErrorCode } from './RoomError.ts';
