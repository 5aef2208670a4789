import { expect, it } from 'vitest';
import { deviceError } from '../../../../src/media/devices/deviceError.ts';

it.each([
  ['NotAllowedError', 'Permission denied', 'device-permission-denied'],
  ['NotAllowedError', 'Permission denied by system', 'device-permission-denied'],
  ['NotAllowedError', 'Permission dismissed', 'device-dismissed'],
  ['SecurityError', 'insecure', 'device-permission-denied'],
  ['NotFoundError', 'Requested device not found', 'device-not-found'],
  ['NotReadableError', 'Could not start video source', 'device-in-use'],
  ['AbortError', 'Starting videoinput failed', 'device-in-use'],
  ['OverconstrainedError', '', 'device-unsuitable'],
  ['TypeError', 'x', 'device-failed'],
  ['InvalidStateError', 'not focused', 'device-failed'],
])('%s (%s) is %s', (name, message, code) => {
  const thrown = new DOMException(message, name);
  expect(deviceError(thrown)).toMatchObject({ code, cause: thrown });
});

it.each(['a string', 7, {}, null, undefined])('takes %o as device-failed', (thrown) => {
  expect(deviceError(thrown)).toMatchObject({ code: 'device-failed' });
});
