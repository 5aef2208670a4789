import { expect, it } from 'vitest';
import { codeOfReason, disconnectReasonOf } from '../../../src/engine/disconnectReason.ts';
import type { DisconnectReason } from '../../../src/engine/index.ts';

it.each<DisconnectReason>([
  'user_initiated',
  'network_error',
  'timed_out',
  'unauthorized',
  'forbidden',
  'unknown',
  'room_expired',
  'kicked',
])('%s survives the way to an error code and back', (reason) => {
  expect(disconnectReasonOf(codeOfReason(reason))).toBe(reason);
});
