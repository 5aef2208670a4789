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
