export { asRoomError, errorFromWire, isRoomErrorCode, roomError } from './factories.ts';
export { RoomError, type RoomErrorCode } from './RoomError.ts';
