import type { RoomErrorCode } from '../errors/index.ts';
import type { DisconnectReason } from '../protocol/index.ts';

/** The reason that a connection ends with when an error ended it. */
export function disconnectReasonOf(code: RoomErrorCode): DisconnectReason {
  switch (code) {
    case 'token-invalid':
    case 'token-expired':
    case 'token-wrong-room':
      return 'unauthorized';
    case 'not-allowed':
    case 'room-full':
      return 'forbidden';
    case 'kicked':
      return 'kicked';
    case 'room-not-found':
      return 'room_expired';
    case 'unreachable':
    case 'server-stopping':
      return 'network_error';
    case 'timed-out':
      return 'timed_out';
    case 'aborted':
      return 'user_initiated';
    default:
      return 'unknown';
  }
}
