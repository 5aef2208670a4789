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
    case 'not-admitted':
    case 'turned-away':
      return 'forbidden';
    case 'joined-elsewhere':
      return 'session_terminated';
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

const CODES: Record<DisconnectReason, RoomErrorCode> = {
  user_initiated: 'aborted',
  network_error: 'unreachable',
  timed_out: 'timed-out',
  unauthorized: 'token-expired',
  forbidden: 'not-allowed',
  unknown: 'internal',
  room_expired: 'room-not-found',
  kicked: 'kicked',
  session_terminated: 'aborted',
};

/** What a connection is refused with that the server ends for that reason before it is complete. */
export function codeOfReason(reason: DisconnectReason): RoomErrorCode {
  return CODES[reason];
}
