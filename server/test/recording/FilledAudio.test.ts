import { describe, expect, test } from 'vitest';
import { FilledAudio } from '../../src/recording/FilledAudio.ts';
import { opusTicks } from '../../src/recording/opus.ts';

/** A packet of 20 ms, as browsers send it. */
const SOUND = Buffer.from([0x78, 1, 2, 3]);

function setUp() {
  const written: { ticks: number; packet: Buffer }[] = [];
  const audio = new FilledAudio((ticks, packet) => written.push({ ticks, packet }));
  const sounds = () => written.filter(({ packet }) => packet === SOUND).map(({ ticks }) => ticks);
  /** What was written leaves no gap. */
  const end = () =>
    written.reduce((position, { ticks, packet }) => {
      expect(ticks).toBe(position);
      return position + opusTicks(packet);
    }, 0);
  return { audio, sounds, end };
}

describe('sound without gaps', () => {
  test('has what comes, one behind the other', () => {
    const { audio, sounds, end } = setUp();
    for (const ticks of [0, 960, 1920]) audio.push(ticks, SOUND);
    expect(sounds()).toEqual([0, 960, 1920]);
    expect(end()).toBe(2880);
  });

  test('has silence where nothing came', () => {
    const { audio, sounds, end } = setUp();
    audio.push(0, SOUND);
    audio.push(48_000, SOUND);
    expect(sounds()).toEqual([0, 48_000]);
    expect(end()).toBe(48_960);
  });

  test.each([480, 600, 1_337])('is at most 2.5 ms off where a gap is no multiple of frames (%d)', (gap) => {
    const { audio, sounds, end } = setUp();
    audio.push(0, SOUND);
    audio.push(960 + gap, SOUND);
    expect(960 + gap - (sounds()[1] ?? 0)).toBeLessThan(120);
    end();
  });

  test('goes on to where it is asked to', () => {
    const { audio, end } = setUp();
    audio.push(0, SOUND);
    audio.fillTo(24_000);
    audio.fillTo(10);
    expect(end()).toBe(24_000);
  });

  test('does not take what comes too late, and joins what overlaps a little', () => {
    const { audio, sounds, end } = setUp();
    audio.fillTo(48_000);
    audio.push(20_000, SOUND);
    expect(sounds()).toEqual([]);
    audio.push(47_900, SOUND);
    expect(sounds()).toEqual([48_000]);
    end();
  });

  test('passes over what is no Opus', () => {
    const { audio, end } = setUp();
    audio.push(0, Buffer.from([0x7b, 0]));
    expect(end()).toBe(0);
  });
});

test.each([
  [[0x00, 1], 480],
  [[0x18, 1], 2880],
  [[0x61, 1], 960],
  [[0x68, 1], 960],
  [[0x82, 1], 240],
  [[0xf8, 1], 960],
  [[0xfb, 0x83], 2880],
  [[0xe0], 120],
])('a packet that begins with %j plays for %d ticks', (bytes, ticks) => {
  expect(opusTicks(Buffer.from(bytes))).toBe(ticks);
});
