import { describe, expect, test } from 'vitest';
import { WallClockTimeline } from '../../src/recording/WallClockTimeline.ts';

const TICKS_PER_MS = 48;

/** Places packets every 20 ms, from one moment to another; gives where the last one stands, in milliseconds. */
function play(
  timeline: WallClockTimeline,
  {
    from,
    to,
    stamp,
    delay = () => 0,
  }: { from: number; to: number; stamp: (at: number) => number; delay?: (at: number) => number },
): number {
  let placed = 0;
  for (let at = from; at < to; at += 20) {
    const timestamp = (Math.round(stamp(at) * TICKS_PER_MS) >>> 0) % 2 ** 32;
    placed = timeline.place(timestamp, at + delay(at)) / TICKS_PER_MS;
  }
  return placed;
}

describe('the timeline', () => {
  test('follows timestamps exactly, however unevenly packets come', () => {
    const timeline = new WallClockTimeline(48_000);
    const uneven = (at: number) => (at * 7919) % 90;
    expect(play(timeline, { from: 0, to: 20_000, stamp: (at) => at + 123, delay: uneven })).toBe(19_980);
  });

  test('goes on over the end of 32 bits', () => {
    const timeline = new WallClockTimeline(48_000);
    const nearEnd = 2 ** 32 / TICKS_PER_MS - 500;
    expect(play(timeline, { from: 0, to: 2_000, stamp: (at) => at + nearEnd })).toBeCloseTo(1_980, 0);
  });

  test('begins when the packet that was fastest says, not one that was held up', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 1_000, to: 3_000, stamp: (at) => at, delay: (at) => (at === 1_000 ? 300 : 20) });
    expect(timeline.begin).toBe(1_020);
  });

  test('stays where it is while packets are held up on the way', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 5_000, stamp: (at) => at });
    // Four seconds of silence on the line, then all of it within a moment.
    const heldUp = (at: number) => 9_000 + (at - 5_000) / 100 - at;
    expect(play(timeline, { from: 5_000, to: 9_000, stamp: (at) => at, delay: heldUp })).toBe(8_980);
    expect(play(timeline, { from: 9_000, to: 20_000, stamp: (at) => at })).toBe(19_980);
  });

  test('leaves a gap where the sender was off, also if its timestamps stood still', () => {
    for (const stoodStill of [0, 6_000]) {
      const timeline = new WallClockTimeline(48_000);
      play(timeline, { from: 0, to: 2_000, stamp: (at) => at });
      timeline.resumed();
      expect(play(timeline, { from: 8_000, to: 10_000, stamp: (at) => at - stoodStill })).toBe(9_980);
    }
  });

  test('finds the gap also if nobody tells that the sender was off', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 2_000, stamp: (at) => at });
    expect(play(timeline, { from: 8_000, to: 20_000, stamp: (at) => at - 6_000 })).toBe(19_980);
  });

  test('does not follow a jump', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 2_000, stamp: (at) => at });
    expect(play(timeline, { from: 2_000, to: 4_000, stamp: (at) => at + 60_000 })).toBe(3_980);
    expect(play(timeline, { from: 4_000, to: 20_000, stamp: (at) => at - 60_000 })).toBe(19_980);
  });

  test.each([1.0002, 0.9998])('keeps near a clock that goes %d times as fast', (speed) => {
    const timeline = new WallClockTimeline(48_000);
    const hour = 3_600_000;
    const placed = play(timeline, { from: 0, to: hour, stamp: (at) => at * speed });
    expect(Math.abs(placed - hour)).toBeLessThan(250);
    expect(timeline.begin).toBeGreaterThan(-20);
  });

  test('tells where a moment is', () => {
    const timeline = new WallClockTimeline(48_000);
    timeline.place(77, 1_000);
    expect(timeline.ticksAt(2_000)).toBe(48_000);
  });
});

describe('what the sender reports', () => {
  const SENDER_CLOCK = 1_700_000_000_000;
  /** What it captures at that moment, which comes `delay` later, has that timestamp; the report itself takes `way`. */
  const report = (timeline: WallClockTimeline, at: number, stamp = at, way = 0) =>
    timeline.report({ ntpMs: SENDER_CLOCK + at, timestamp: Math.round(stamp * TICKS_PER_MS) }, at + way);

  test('makes the file begin when its beginning was captured, not when that came', () => {
    const timeline = new WallClockTimeline(48_000);
    report(timeline, 900);
    play(timeline, { from: 1_000, to: 3_000, stamp: (at) => at, delay: () => 280 });
    expect(timeline.begin).toBe(1_280);
    report(timeline, 3_000, 3_000, 40);
    expect(timeline.begin).toBeCloseTo(1_000, 3);
    expect(timeline.ticksAt(2_000)).toBe(1_000 * TICKS_PER_MS);
    // Sooner than the first: the beginning stays at its capture.
    play(timeline, { from: 3_000, to: 4_000, stamp: (at) => at, delay: () => 100 });
    expect(timeline.begin).toBeCloseTo(1_000, 3);
  });

  test('moves what has slipped, by as much as it has', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 12_000, stamp: (at) => at, delay: () => 50 });
    report(timeline, 12_000);
    play(timeline, { from: 12_000, to: 20_000, stamp: (at) => at, delay: () => 50 });
    report(timeline, 20_000, 20_000 - 20);
    expect(play(timeline, { from: 20_000, to: 20_020, stamp: (at) => at })).toBe(20_000);
    report(timeline, 21_000, 21_000 - 60);
    expect(play(timeline, { from: 21_000, to: 21_020, stamp: (at) => at - 60, delay: () => 90 })).toBe(21_000);
  });

  test('keeps in place what comes later and later', () => {
    const timeline = new WallClockTimeline(48_000);
    for (let at = 0; at < 60_000; at += 1_000) {
      play(timeline, { from: at, to: at + 1_000, stamp: (now) => now, delay: (now) => now / 100 });
      report(timeline, at + 1_000);
    }
    expect(play(timeline, { from: 60_000, to: 60_020, stamp: (at) => at, delay: () => 600 })).toBe(60_000);
  });

  test('is not believed after a pause, nor where it cannot be', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 2_000, stamp: (at) => at });
    report(timeline, 2_000);
    timeline.resumed();
    // They stood still for a short while, and the report is of before.
    play(timeline, { from: 2_800, to: 3_000, stamp: (at) => at - 800 });
    report(timeline, 3_000, 3_000);
    expect(timeline.begin).toBeCloseTo(0, 3);
    play(timeline, { from: 3_000, to: 14_000, stamp: (at) => at - 800 });
    report(timeline, 14_000, 20_000);
    expect(timeline.begin).toBeCloseTo(0, 3);
    expect(play(timeline, { from: 14_000, to: 14_020, stamp: (at) => at - 800 })).toBe(14_000);
  });
});
