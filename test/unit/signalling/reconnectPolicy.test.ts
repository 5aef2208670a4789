import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextRetryDelayInMs } from '../../../src/signalling/reconnectPolicy.ts';

it.each([
  [0, 0],
  [1, 250],
  [2, 500],
  [3, 1000],
  [6, 8000],
  [7, 10_000],
  [50, 10_000],
])('waits after %i failures up to %i ms', (retryCount, delay) => {
  expect(nextRetryDelayInMs({ retryCount, elapsedMs: 0 }, 0)).toBe(delay);
});

it('shortens each wait by up to half, so that not all come back at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (retryCount, random) => {
      const longest = nextRetryDelayInMs({ retryCount, elapsedMs: 0 }, 0) as number;
      const delay = nextRetryDelayInMs({ retryCount, elapsedMs: 0 }, random) as number;
      expect(delay).toBeLessThanOrEqual(longest);
      expect(delay).toBeGreaterThanOrEqual(longest / 2);
    }),
  );
});

it('tries for at least ten minutes, and not for ever', () => {
  expect(nextRetryDelayInMs({ retryCount: 70, elapsedMs: 10 * 60_000 })).not.toBeNull();
  expect(nextRetryDelayInMs({ retryCount: 100, elapsedMs: 15 * 60_000 })).toBeNull();
});
