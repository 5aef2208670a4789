import { RoomError, type RoomErrorCode } from './RoomError.ts';

/** What is said when nobody knows better; the server usually does. */
const messages: Record<RoomErrorCode, string> = {
  'token-invalid': 'The client token is not valid here. Get a new one from your backend.',
  'token-expired': 'The client token has expired. Get a new one from your backend, or refresh it.',
  'token-wrong-room': 'The client token is for another room. Ask your backend for a token of this room.',
  'room-not-found': 'There is no such room, or it was deleted. Check the room id.',
  'room-full': 'The room is full. Try again when somebody has left, or raise max_participants.',
  'not-allowed': 'The token does not allow this. Ask your backend for a token with the grant.',
  'not-admitted': 'A moderator has to let you in first. Wait for that.',
  'turned-away': 'A moderator did not let you in. You may ask again.',
  'joined-elsewhere': 'You joined this room from another tab or device, and can be in it only once.',
  censored: 'A moderator keeps this off. You can turn it on when the moderator allows it again.',
  kicked: 'You were removed from this room. You may come back when the moderator allows it.',
  unreachable: 'The room server did not answer. Check the network connection and the server address.',
  'timed-out': 'The room server answered too late. Check the network connection and try again.',
  'server-stopping': 'The room server is shutting down and takes nobody new. Try again in a moment.',
  'protocol-mismatch': 'Client and room server speak different versions. Update the older one.',
  'capabilities-changed': 'The room server has changed its codecs. Join again.',
  'browser-unsupported': 'This browser cannot do video calls. Use a current Chrome, Edge, Firefox or Safari.',
  'not-connected': 'The room is not connected. Call connect() and wait for it first.',
  aborted: 'It was called off before it was done.',
  'stream-exists': 'A stream with this key is published already. Use updateStream(), or another key.',
  'stream-not-found': 'There is no stream with this key.',
  'own-stream': 'This is your own stream. Show its local track instead of subscribing to it.',
  'participant-not-found': 'There is no such participant in the room.',
  'device-permission-denied': 'The browser may not use the device. Allow it in the address bar, then try again.',
  'device-not-found': 'No such device is connected. Connect one, or choose another.',
  'device-in-use': 'The device is busy. Close the other application that uses it, then try again.',
  'device-unsuitable': 'The device cannot do what was asked of it. Choose another device or other settings.',
  'device-failed': 'The device could not be started. Reconnect it, then try again.',
  'device-dismissed': 'The browser’s question was closed without an answer. Try again and choose one.',
  'effect-failed': 'The effect could not be applied; the device goes on without it. See the cause, and try again.',
  'message-too-large': 'A message may have 64 KiB. Send less, or the address of what you want to send.',
  'bad-request': 'The message was not understood.',
  'too-many-requests': 'Too many requests in a short time. Wait a moment and try again.',
  'not-available': 'This is not available in this version.',
  internal: 'Something went wrong on our side.',
};

/** A {@link RoomError} of a code; without a message of its own it says what the code always means. */
export function roomError(code: RoomErrorCode, message?: string, cause?: unknown): RoomError {
  return new RoomError(code, message ?? messages[code], cause === undefined ? undefined : { cause });
}

/** Whether a string, from the wire say, is one of our codes. */
export function isRoomErrorCode(code: unknown): code is RoomErrorCode {
  return typeof code === 'string' && Object.hasOwn(messages, code);
}

/** An error as a server words it; a code that is none of ours becomes `internal`. */
export function errorFromWire({ code, message }: { readonly code: string; readonly message: string }): RoomError {
  return roomError(isRoomErrorCode(code) ? code : 'internal', message);
}

/** Any thrown thing as a {@link RoomError}: ours as it is, another one as the cause of `fallback`. */
export function asRoomError(thrown: unknown, fallback: RoomErrorCode = 'internal'): RoomError {
  if (thrown instanceof RoomError) return thrown;
  return roomError(fallback, undefined, thrown);
}
