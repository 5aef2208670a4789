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
  const AHEAD_MS = -1_700_000_000_000;
  /** What it captures at that moment has that timestamp; its clock is not ours. */
  const report = (timeline: WallClockTimeline, at: number, stamp = at, clock = { aheadMs: AHEAD_MS }) =>
    timeline.report({ ntpMs: at - AHEAD_MS, timestamp: Math.round(stamp * TICKS_PER_MS) }, clock, at);

  test('makes the file begin when its beginning was captured, not when that came', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 1_000, to: 3_000, stamp: (at) => at, delay: () => 280 });
    expect(timeline.begin).toBe(1_280);
    report(timeline, 3_000);
    expect(timeline.begin).toBeCloseTo(1_000, 3);
    expect(timeline.ticksAt(2_000)).toBe(1_000 * TICKS_PER_MS);
    // Sooner than the first: the beginning stays at its capture.
    play(timeline, { from: 3_000, to: 4_000, stamp: (at) => at, delay: () => 100 });
    expect(timeline.begin).toBeCloseTo(1_000, 3);
  });

  test('puts two tracks in step whose ways are of different length', () => {
    const [sound, picture] = [new WallClockTimeline(48_000), new WallClockTimeline(48_000)];
    play(sound, { from: 0, to: 3_000, stamp: (at) => at + 500, delay: () => 20 });
    play(picture, { from: 100, to: 3_000, stamp: (at) => at + 77_000, delay: () => 240 });
    report(sound, 2_500, 3_000);
    report(picture, 3_000, 80_000);
    expect(picture.begin - sound.begin).toBeCloseTo(100, 3);
  });

  test('counts from the first moment on when the clock of the sender is known better', () => {
    const timeline = new WallClockTimeline(48_000);
    const clock = { aheadMs: AHEAD_MS + 250 };
    play(timeline, { from: 0, to: 1_000, stamp: (at) => at, delay: () => 400 });
    report(timeline, 1_000, 1_000, clock);
    expect(timeline.begin).toBeCloseTo(250, 3);
    clock.aheadMs = AHEAD_MS + 3;
    expect(timeline.begin).toBeCloseTo(3, 3);
  });

  test('does not make a file begin after its beginning came', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 1_000, stamp: (at) => at, delay: () => 40 });
    report(timeline, 1_000, 1_000, { aheadMs: AHEAD_MS + 250 });
    expect(timeline.begin).toBeCloseTo(40, 3);
  });

  test('is weighed together: a report that was made late does not count', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 2_000, stamp: (at) => at, delay: () => 200 });
    report(timeline, 2_000);
    report(timeline, 2_500, 2_500 - 90);
    expect(timeline.begin).toBeCloseTo(0, 3);
  });

  test('is not moved any more when it is settled, whatever the clock of the sender does', () => {
    const timeline = new WallClockTimeline(48_000);
    const clock = { aheadMs: AHEAD_MS };
    for (let at = 0; at < 12_000; at += 1_000) {
      play(timeline, { from: at, to: at + 1_000, stamp: (now) => now, delay: () => 50 });
      report(timeline, at + 1_000, at + 1_000, clock);
    }
    clock.aheadMs += 20;
    report(timeline, 13_000, 13_000, clock);
    expect(timeline.begin).toBeCloseTo(0, 3);
  });

  test('moves what has slipped, by as much as it has', () => {
    const timeline = new WallClockTimeline(48_000);
    const goOn = (from: number, to: number, slip: number) => {
      for (let at = from; at < to; at += 1_000) {
        play(timeline, { from: at, to: at + 1_000, stamp: (now) => now - slip, delay: () => 50 });
        report(timeline, at + 1_000, at + 1_000 - slip);
      }
    };
    goOn(0, 20_000, 0);
    goOn(20_000, 40_000, 20);
    expect(play(timeline, { from: 40_000, to: 40_020, stamp: (at) => at - 20 })).toBe(39_980);
    goOn(40_000, 60_000, 60);
    expect(play(timeline, { from: 60_000, to: 60_020, stamp: (at) => at - 60, delay: () => 90 })).toBe(60_000);
    expect(timeline.begin).toBeCloseTo(0, 3);
  });

  test('keeps in place what comes later and later', () => {
    const timeline = new WallClockTimeline(48_000);
    for (let at = 0; at < 60_000; at += 1_000) {
      play(timeline, { from: at, to: at + 1_000, stamp: (now) => now, delay: (now) => now / 100 });
      report(timeline, at + 1_000);
    }
    expect(play(timeline, { from: 60_000, to: 60_020, stamp: (at) => at, delay: () => 600 })).toBe(60_000);
  });

  test('follows the clock of a sender that goes differently', () => {
    const timeline = new WallClockTimeline(48_000);
    const clock = { aheadMs: AHEAD_MS };
    const hour = 3_600_000;
    for (let at = 0; at < hour; at += 5_000) {
      play(timeline, { from: at, to: at + 5_000, stamp: (now) => now * 1.0001 });
      clock.aheadMs = AHEAD_MS - at / 10_000;
      const now = at + 5_000;
      const stamp = Math.round(now * 1.0001 * TICKS_PER_MS) % 2 ** 32;
      timeline.report({ ntpMs: now * 1.0001 - AHEAD_MS, timestamp: stamp }, clock, now);
    }
    const end = play(timeline, { from: hour, to: hour + 20, stamp: (at) => at * 1.0001 });
    expect(Math.abs(end - hour)).toBeLessThan(40);
  });

  test('is not believed right after a pause, nor where it cannot be', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 2_000, stamp: (at) => at });
    report(timeline, 2_000);
    timeline.resumed();
    // They stood still for a short while, and the report is of before.
    play(timeline, { from: 2_800, to: 3_000, stamp: (at) => at - 800 });
    report(timeline, 3_000, 3_000);
    expect(timeline.begin).toBeCloseTo(0, 3);
    play(timeline, { from: 3_000, to: 14_000, stamp: (at) => at - 800 });
    // As of another layer, whose timestamps are others.
    report(timeline, 14_000, 20_000);
    expect(timeline.begin).toBeCloseTo(0, 3);
    expect(play(timeline, { from: 14_000, to: 14_020, stamp: (at) => at - 800 })).toBe(14_000);
  });

  test('puts right what came late after a pause, and leaves the beginning where it is', () => {
    const timeline = new WallClockTimeline(48_000);
    play(timeline, { from: 0, to: 2_000, stamp: (at) => at });
    report(timeline, 2_000);
    timeline.resumed();
    play(timeline, { from: 5_000, to: 8_000, stamp: (at) => at - 3_000, delay: () => 120 });
    report(timeline, 8_000, 5_000);
    expect(play(timeline, { from: 8_000, to: 8_020, stamp: (at) => at - 3_000, delay: () => 120 })).toBe(8_000);
    expect(timeline.begin).toBeCloseTo(0, 3);
  });
});
