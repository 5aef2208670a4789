import { expect, it } from 'vitest';
import { KeyFrameTiming } from '../../src/sfu/KeyFrameTiming.ts';

it('lets everybody in while no key frame was asked for', () => {
  expect(new KeyFrameTiming().waitAt(0)).toBe(0);
});

it('lets in who comes before the key frame has, and keeps the others until the next will be followed', () => {
  const timing = new KeyFrameTiming();
  timing.requested(1_000);
  expect(timing.waitAt(1_060)).toBe(0);
  timing.came();
  expect(timing.waitAt(1_100)).toBe(250);
  expect(timing.waitAt(1_349)).toBe(1);
  expect(timing.waitAt(1_350)).toBe(0);
});

it('does not count a request that the sender ignores', () => {
  const timing = new KeyFrameTiming();
  timing.requested(1_000);
  timing.came();
  timing.requested(1_299);
  expect(timing.waitAt(1_300)).toBe(50);
  timing.requested(1_300);
  expect(timing.waitAt(1_310)).toBe(0);
  timing.came();
  expect(timing.waitAt(1_310)).toBe(340);
});
