export { asRoomError, errorFromWire, isRoomErrorCode, roomError } from './factories.ts';
export { lazily } from './lazily.ts';
export { RoomError, type RoomErrorCode } from './RoomError.ts';
