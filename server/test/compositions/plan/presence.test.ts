import { describe, expect, test } from 'vitest';
import { SpanFinder } from '../../../src/compositions/plan/findSpans.ts';
import { presence } from '../../../src/compositions/plan/presence.ts';

describe('SpanFinder', () => {
  const spansOf = (packets: [at: number, duration?: number][], start = 0) => {
    const finder = new SpanFinder();
    for (const [at, duration = 0] of packets) finder.add({ at, duration });
    return finder.since(start);
  };

  test('joins packets that follow each other within two seconds', () => {
    expect(
      spansOf([
        [0, 0.5],
        [0.5, 0.5],
        [3, 0.5],
      ]),
    ).toEqual([{ from: 0, to: 3.5 }]);
    expect(spansOf([[0], [2], [4]])).toEqual([{ from: 0, to: 4 }]);
  });

  test('begins anew after a longer pause', () => {
    expect(
      spansOf([
        [0, 0.5],
        [2.6, 0.5],
      ]),
    ).toEqual([
      { from: 0, to: 0.5 },
      { from: 2.6, to: 3.1 },
    ]);
  });

  test('counts from the beginning of the file', () => {
    expect(
      spansOf(
        [
          [5, 1],
          [10, 1],
        ],
        5,
      ),
    ).toEqual([
      { from: 0, to: 1 },
      { from: 5, to: 6 },
    ]);
    expect(spansOf([[-0.5, 1]])).toEqual([{ from: 0, to: 0.5 }]);
  });

  test('finds nothing where nothing came', () => {
    expect(spansOf([])).toEqual([]);
  });
});

describe('presence', () => {
  const stretch = { startSecs: 10, endSecs: 20 };

  test('moves the spans of a camera to the time of the composition', () => {
    expect(
      presence(
        [
          { from: 0, to: 3 },
          { from: 6, to: 7 },
        ],
        'cover',
        stretch,
        900,
      ),
    ).toEqual([
      { from: 300, to: 391 },
      { from: 480, to: 511 },
    ]);
  });

  test('shows the last picture of a camera to the end of its recording, if that is near', () => {
    expect(presence([{ from: 0, to: 9.9 }], 'cover', stretch, 900)).toEqual([{ from: 300, to: 600 }]);
    expect(presence([{ from: 0, to: 7 }], 'cover', stretch, 900)).toEqual([{ from: 300, to: 511 }]);
  });

  test('shows a screen on which nothing moves to the end of its recording', () => {
    expect(
      presence(
        [
          { from: 1, to: 1 },
          { from: 6, to: 6 },
        ],
        'contain',
        stretch,
        900,
      ),
    ).toEqual([{ from: 330, to: 600 }]);
  });

  test('stays within the composition', () => {
    expect(presence([{ from: 0, to: 10 }], 'cover', { startSecs: -1, endSecs: 9 }, 200)).toEqual([
      { from: 0, to: 200 },
    ]);
    expect(presence([{ from: 0, to: 10 }], 'cover', { startSecs: 30, endSecs: 40 }, 200)).toEqual([]);
  });

  test('is empty for a recording without pictures', () => {
    expect(presence([], 'contain', stretch, 900)).toEqual([]);
  });
});
