import { describe, expect, test } from 'vitest';
import { planChunks } from '../../../src/compositions/plan/planChunks.ts';
import type { Clip } from '../../../src/compositions/plan/planClips.ts';

const clip = (sourceId: string, from: number, to: number): Clip => ({
  ...{ sourceId, from, to, fit: 'cover' },
  cell: { x: 0, y: 0, width: 640, height: 360 },
});
const told = (clips: readonly Clip[], totalFrames: number, mostClips: number) =>
  planChunks(clips, totalFrames, mostClips).map(({ from, to, clips: own }) => [
    ...[from, to],
    own.map(({ sourceId, from, to }) => `${sourceId} ${from}-${to}`).join(' '),
  ]);

describe('planChunks', () => {
  test('renders a short composition in one piece, with what is black before and after', () => {
    expect(told([clip('a', 10, 20)], 30, 64)).toEqual([[0, 30, 'a 10-20']]);
    expect(told([], 30, 64)).toEqual([[0, 30, '']]);
  });

  test('cuts where otherwise more clips than allowed would be in one piece', () => {
    const clips = [clip('a', 0, 10), clip('b', 5, 20), clip('c', 12, 30), clip('d', 20, 40)];
    expect(told(clips, 40, 2)).toEqual([
      [0, 12, 'a 0-10 b 5-12'],
      [12, 20, 'b 12-20 c 12-20'],
      [20, 40, 'c 20-30 d 20-40'],
    ]);
  });

  test('keeps together what is to be seen at the same time, however many', () => {
    expect(told([clip('a', 0, 10), clip('b', 0, 10), clip('c', 0, 10)], 10, 2)).toEqual([
      [0, 10, 'a 0-10 b 0-10 c 0-10'],
    ]);
  });

  test('covers the whole time, whatever the clips', () => {
    const clips = Array.from({ length: 200 }, (_, index) => clip(`s${index % 20}`, index * 7, index * 7 + 30));
    const chunks = planChunks(clips, 2000, 10);
    expect(chunks.length).toBeGreaterThan(10);
    expect([chunks[0]?.from, chunks.at(-1)?.to]).toEqual([0, 2000]);
    for (const [index, chunk] of chunks.slice(1).entries()) expect(chunk.from).toBe(chunks[index]?.to);
    for (const chunk of chunks) expect(chunk.clips.length).toBeLessThanOrEqual(10);
  });
});
