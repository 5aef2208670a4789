import { describe, expect, test } from 'vitest';
import { type Clip, planClips, type Region, type VideoSource } from '../../../src/compositions/plan/planClips.ts';

const AREA = { x: 0, y: 0, width: 640, height: 360 };
const region = (changes: Partial<Region> = {}): Region => ({
  ...{ area: AREA, zPos: 0, maxColumns: null, maxRows: null, sources: '*' },
  ...changes,
});
const source = (id: string, ...spans: [from: number, to: number][]): VideoSource => ({
  ...{ id, fit: 'cover' },
  spans: spans.map(([from, to]) => ({ from, to })),
});
/** Who is where and when: "ada 0-30 left". */
const told = (clips: readonly Clip[]) =>
  clips.map(
    ({ sourceId, from, to, cell }) => `${sourceId} ${from}-${to} ${cell.x},${cell.y} ${cell.width}x${cell.height}`,
  );

describe('planClips', () => {
  test('shows one person from the first picture to the last', () => {
    expect(planClips([region()], [source('ada', [10, 50])])).toEqual([
      { sourceId: 'ada', fit: 'cover', cell: AREA, from: 10, to: 50 },
    ]);
  });

  test('lays the cells out anew when somebody comes later or leaves earlier', () => {
    expect(told(planClips([region()], [source('ada', [0, 100]), source('bob', [30, 60])]))).toEqual([
      'ada 0-30 0,0 640x360',
      'ada 30-60 0,0 320x360',
      'bob 30-60 320,0 320x360',
      'ada 60-100 0,0 640x360',
    ]);
  });

  test('does not cut where a cell stays as it is', () => {
    const clips = planClips(
      [region({ maxColumns: 1, maxRows: 1 })],
      [source('ada', [0, 100]), source('bob', [30, 60])],
    );
    expect(told(clips)).toEqual(['ada 0-100 0,0 640x360']);
  });

  test('shows nobody in a pause, and the same person after it', () => {
    expect(told(planClips([region()], [source('ada', [0, 30], [60, 90])]))).toEqual([
      'ada 0-30 0,0 640x360',
      'ada 60-90 0,0 640x360',
    ]);
  });

  test('takes all for *, in the order in which they came, then by id', () => {
    const clips = planClips([region()], [source('b', [0, 9]), source('a', [0, 9])]);
    expect(told(clips)).toEqual(['a 0-9 0,0 320x360', 'b 0-9 320,0 320x360']);
    const later = planClips([region({ maxColumns: 1, maxRows: 1 })], [source('a', [5, 9]), source('b', [0, 9])]);
    expect(told(later)).toEqual(['b 0-9 0,0 640x360']);
  });

  test('takes the named ones in the order of their names, each once, and no others', () => {
    const sources = [source('a', [0, 9]), source('b', [0, 9]), source('c', [0, 9])];
    expect(told(planClips([region({ sources: ['c', 'a', 'c', 'nobody'] })], sources))).toEqual([
      'c 0-9 0,0 320x360',
      'a 0-9 320,0 320x360',
    ]);
    expect(planClips([region({ sources: [] })], sources)).toEqual([]);
  });

  test('gives a place that is free to the next in the row', () => {
    const clips = planClips([region({ maxColumns: 1, maxRows: 1 })], [source('a', [0, 5]), source('b', [2, 9])]);
    expect(told(clips)).toEqual(['a 0-5 0,0 640x360', 'b 5-9 0,0 640x360']);
  });

  test('paints regions with a higher z position later, and of two with the same the one that is named later', () => {
    const regions = [
      region({ zPos: 5, sources: ['a'] }),
      region({ zPos: -5, sources: ['b'] }),
      region({ zPos: 5, sources: ['c'] }),
      region({ sources: ['d'] }),
    ];
    const clips = planClips(
      regions,
      ['a', 'b', 'c', 'd'].map((id) => source(id, [0, 9])),
    );
    expect(clips.map(({ sourceId }) => sourceId)).toEqual(['b', 'd', 'a', 'c']);
  });

  test('shows a source in as many regions as name it', () => {
    expect(planClips([region(), region({ sources: ['a'] })], [source('a', [0, 9])])).toHaveLength(2);
  });
});
