import { asRoomError, type RoomError, type RoomErrorCode, roomError } from '../../../src/errors/index.ts';
import { formatErrorReason } from '../../../src/protocol/index.ts';
import { TokenError, type TokenErrorCode } from '../tokens/TokenError.ts';

const STATUS: Partial<Record<RoomErrorCode, number>> = {
  'token-invalid': 401,
  'token-expired': 401,
  'token-wrong-room': 403,
  'not-allowed': 403,
  censored: 403,
  kicked: 403,
  'turned-away': 403,
  'not-admitted': 409,
  'room-not-found': 404,
  'stream-not-found': 404,
  'participant-not-found': 404,
  'room-full': 409,
  'joined-elsewhere': 409,
  'protocol-mismatch': 409,
  'capabilities-changed': 409,
  'stream-exists': 409,
  'own-stream': 409,
  'not-connected': 409,
  aborted: 409,
  'message-too-large': 413,
  'bad-request': 422,
  'too-many-requests': 429,
  'not-available': 501,
  'server-stopping': 503,
};

const CODES: Record<TokenErrorCode, RoomErrorCode> = {
  'token-invalid': 'token-invalid',
  'token-expired': 'token-expired',
  'token-revoked': 'token-invalid',
  'token-forbidden': 'not-allowed',
};

/** The HTTP status that goes with an error code, over POST and over the socket alike. */
export function statusOf(code: RoomErrorCode): number {
  return STATUS[code] ?? 500;
}

const RETRY_AFTER_SECS: Partial<Record<RoomErrorCode, number>> = {
  'too-many-requests': 1,
  // Another behind the same address is there at once, the same one after its start.
  'server-stopping': 2,
};

/** When it makes sense to try again, in seconds; undefined where trying alone does not help. */
export function retryAfterSecs<Code extends RoomErrorCode>(code: Code) {
  return RETRY_AFTER_SECS[code];
}

/** Somebody tries what is not allowed, or too much of it: whoever looks for an attack finds it in the log by these. */
export function isWorthKnowing(code: RoomErrorCode): boolean {
  return [401, 403, 429].includes(statusOf(code));
}

/** Anything thrown while a message is handled, as the error that the client is told. */
export function toRoomError(thrown: unknown): RoomError {
  if (thrown instanceof TokenError) {
    return roomError(CODES[thrown.code], thrown.message, thrown);
  }
  return asRoomError(thrown);
}

/** The error as protoo's `reject(code, reason)` takes it. */
export function rejection(error: RoomError): [status: number, reason: string] {
  return [statusOf(error.code), formatErrorReason(error.code, error.message)];
}
