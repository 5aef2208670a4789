import { expect, it } from 'vitest';
import { expiryDelay } from '../../src/signalling/expiryDelay.ts';

it('is exact for what is near, and never shorter than what is left', () => {
  expect([-5, 0, 1, 59_999, 60_000].map(expiryDelay)).toEqual([0, 0, 1, 59_999, 60_000]);
  expect([60_001, 600_000, 600_001].map(expiryDelay)).toEqual([61_000, 600_000, 601_000]);
});

it('has few lengths, since Node remembers each', () => {
  const lengths = Array.from({ length: 10_000 }, (_, index) => expiryDelay(3_590_000 + index));
  expect(new Set(lengths).size).toBe(11);
});

it('is never longer than a timer can be', () => {
  expect(expiryDelay(Number.MAX_SAFE_INTEGER)).toBe(2 ** 31 - 1);
});
