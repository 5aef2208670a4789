/**
 * Everything that can go wrong, as one union. Switch on it, never on the message.
 *
 * | code | meaning |
 * |---|---|
 * | `token-invalid` | not a token of this server, or forged |
 * | `token-expired` | its time has run out |
 * | `token-wrong-room` | it is for another room |
 * | `room-not-found` | no such room, or deleted |
 * | `room-full` | as many people as the room allows |
 * | `not-allowed` | the token does not grant this |
 * | `not-admitted` | a moderator has to let one in first |
 * | `turned-away` | a moderator did not let one in |
 * | `joined-elsewhere` | the same participant joined from another tab or device |
 * | `censored` | a moderator keeps it off |
 * | `kicked` | removed by a moderator, and not let in again yet |
 * | `unreachable` | the server did not answer |
 * | `timed-out` | the server answered too late |
 * | `server-stopping` | the server takes no new participants |
 * | `protocol-mismatch` | client and server speak different versions |
 * | `capabilities-changed` | the server's codecs changed since they were loaded |
 * | `browser-unsupported` | the browser cannot do this |
 * | `not-connected` | needs a connected room |
 * | `aborted` | called off by its caller |
 * | `stream-exists`, `stream-not-found`, `own-stream` | about streams |
 * | `participant-not-found` | not in this room |
 * | `device-permission-denied`, `device-not-found`, `device-in-use`, `device-unsuitable`, `device-failed` | about cameras, microphones and screens |
 * | `device-dismissed` | the person closed the browser's own dialog |
 * | `effect-failed` | a background or a noise suppression could not be started, or broke |
 * | `message-too-large` | more than 64 KiB |
 * | `bad-request` | a message that the other end does not understand |
 * | `too-many-requests` | more than the limit |
 * | `not-available` | promised for a later version |
 * | `internal` | a fault of ours |
 */
export type RoomErrorCode =
  | 'token-invalid'
  | 'token-expired'
  | 'token-wrong-room'
  | 'room-not-found'
  | 'room-full'
  | 'not-allowed'
  | 'not-admitted'
  | 'turned-away'
  | 'joined-elsewhere'
  | 'censored'
  | 'kicked'
  | 'unreachable'
  | 'timed-out'
  | 'server-stopping'
  | 'protocol-mismatch'
  | 'capabilities-changed'
  | 'browser-unsupported'
  | 'not-connected'
  | 'aborted'
  | 'stream-exists'
  | 'stream-not-found'
  | 'own-stream'
  | 'participant-not-found'
  | 'device-permission-denied'
  | 'device-not-found'
  | 'device-in-use'
  | 'device-unsuitable'
  | 'device-failed'
  | 'device-dismissed'
  | 'effect-failed'
  | 'message-too-large'
  | 'bad-request'
  | 'too-many-requests'
  | 'not-available'
  | 'internal';

/** The one error class of Parlour: a stable `code`, a `message` for people, a `cause` for logs. */
export class RoomError extends Error {
  override readonly name = 'RoomError';
  readonly code: RoomErrorCode;

  constructor(code: RoomErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
