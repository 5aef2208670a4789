import { describe, expect, test } from 'vitest';
import { SenderClock } from '../../src/rooms/SenderClock.ts';

const START = 1_700_000_000_000;

describe('the clock of a sender', () => {
  test('is known by what came the fastest', () => {
    const clock = new SenderClock();
    for (const [sent, way] of [
      [0, 300],
      [1_000, 12],
      [2_000, 90],
    ] as const) {
      clock.came(START + sent, sent + way);
    }
    expect(clock.aheadMs).toBe(12 - START);
  });

  test('is not known before anything came', () => {
    expect(new SenderClock().aheadMs).toBe(Number.POSITIVE_INFINITY);
  });

  test('may go slower than ours: what came long ago does not count any more', () => {
    const clock = new SenderClock();
    for (let at = 0; at <= 3_600_000; at += 1_000) clock.came(START + at * 0.9999, at);
    expect(Math.abs(clock.aheadMs - (360 - START))).toBeLessThan(15);
  });
});
