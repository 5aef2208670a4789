import { type RoomError, roomError } from '../../errors/index.ts';

/** What the browser's media errors mean: https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
export function deviceError(thrown: unknown): RoomError {
  const { name, message } = (thrown ?? {}) as { name?: string; message?: string };
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      // Chromium has one name for both; only the text tells that the question was closed.
      return roomError(
        /dismissed/i.test(message ?? '') ? 'device-dismissed' : 'device-permission-denied',
        undefined,
        thrown,
      );
    case 'NotFoundError':
      return roomError('device-not-found', undefined, thrown);
    case 'NotReadableError':
    case 'AbortError':
      return roomError('device-in-use', undefined, thrown);
    case 'OverconstrainedError':
      return roomError('device-unsuitable', undefined, thrown);
    default:
      return roomError('device-failed', undefined, thrown);
  }
}
