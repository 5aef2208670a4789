import { expect, test } from 'vitest';
import { retryDelayMs } from '../../src/webhooks/retryDelay.ts';

test('grows threefold up to six hours, and differs by a quarter', () => {
  const delays = [1, 2, 3, 8, 9, 50].map((attempts) => retryDelayMs(attempts, () => 0.5) / 1000);
  expect(delays).toEqual([5, 15, 45, 10_935, 21_600, 21_600]);
  expect([retryDelayMs(1, () => 0), retryDelayMs(1, () => 1)]).toEqual([3750, 6250]);
});
