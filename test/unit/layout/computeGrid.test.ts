import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AspectRatio, defaultAspectRatio, toRange } from '../../../src/layout/aspectRatio.ts';
import { computeGrid, type Grid } from '../../../src/layout/index.ts';
import { bruteForceArea } from './bruteForce.ts';

const size = fc.integer({ min: 100, max: 4000 });
const count = fc.integer({ min: 1, max: 64 });
const gap = fc.integer({ min: 0, max: 16 });
const ratio: fc.Arbitrary<AspectRatio> = fc.oneof(
  fc.constantFrom(16 / 9, 4 / 3, 1, 9 / 16),
  fc.constant({ min: 9 / 16, max: 16 / 9 }),
  fc.constant({ min: 4 / 3, max: 16 / 9 }),
);
const smallestArea = ({ tiles }: Grid) => Math.min(...tiles.map(({ width, height }) => width * height));
const TOLERANCE = 1e-6;

describe('computeGrid', () => {
  it('has no tile smaller than the best equal grid has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), size, size, gap, ratio, (n, width, height, g, aspectRatio) => {
        const grid = computeGrid({ count: n, width, height, gap: g, aspectRatio });
        const best = bruteForceArea(n, width, height, g, aspectRatio);
        expect(smallestArea(grid)).toBeGreaterThanOrEqual(best * (1 - TOLERANCE));
      }),
    );
  });

  it('keeps all tiles within the box and a gap apart', () => {
    fc.assert(
      fc.property(count, size, size, gap, ratio, (n, width, height, g, aspectRatio) => {
        const { tiles } = computeGrid({ count: n, width, height, gap: g, aspectRatio });
        expect(tiles).toHaveLength(n);
        // Gaps are given up where they alone would fill the box.
        const space = (n - 1) * g < Math.min(width, height) ? g : 0;
        for (const [index, a] of tiles.entries()) {
          expect(Math.min(a.x, a.y)).toBeGreaterThanOrEqual(-TOLERANCE);
          expect(a.x + a.width).toBeLessThanOrEqual(width + TOLERANCE);
          expect(a.y + a.height).toBeLessThanOrEqual(height + TOLERANCE);
          for (const b of tiles.slice(index + 1)) {
            const beside = b.x - (a.x + a.width) >= space - TOLERANCE;
            const below = b.y - (a.y + a.height) >= space - TOLERANCE;
            expect(beside || below).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives every tile an allowed ratio', () => {
    fc.assert(
      fc.property(count, size, size, gap, ratio, (n, width, height, g, aspectRatio) => {
        const { min, max } = toRange(aspectRatio);
        for (const tile of computeGrid({ count: n, width, height, gap: g, aspectRatio }).tiles) {
          expect(tile.width / tile.height).toBeGreaterThanOrEqual(min - TOLERANCE);
          expect(tile.width / tile.height).toBeLessThanOrEqual(max + TOLERANCE);
        }
      }),
    );
  });

  it('centres every row, and all rows together', () => {
    fc.assert(
      fc.property(count, size, size, gap, (n, width, height, g) => {
        const { tiles } = computeGrid({ count: n, width, height, gap: g });
        const rows = Map.groupBy(tiles, ({ y }) => y);
        for (const row of rows.values()) {
          const last = row.at(-1) as (typeof row)[number];
          expect((row[0]?.x ?? 0) + last.x + last.width).toBeCloseTo(width, 6);
        }
        const bottom = tiles.at(-1) as (typeof tiles)[number];
        expect((tiles[0]?.y ?? 0) + bottom.y + bottom.height).toBeCloseTo(height, 6);
      }),
    );
  });

  it('fills a short row as far as the ratio allows', () => {
    const { tiles, tileWidth } = computeGrid({ count: 5, width: 1000, height: 800, aspectRatio: { min: 0.5, max: 2 } });
    expect(tiles.slice(0, 4).map(({ width }) => width)).toEqual([500, 500, 500, 500]);
    expect(tileWidth).toBe(500);
    expect(tiles[4]).toMatchObject({ width: (800 / 3) * 2, x: (1000 - 1600 / 3) / 2 });
  });

  it('stacks two people on a phone and puts them side by side on a desk', () => {
    expect(computeGrid({ count: 2, width: 366, height: 740 })).toMatchObject({ columns: 1, rows: 2 });
    expect(computeGrid({ count: 2, width: 1416, height: 800 })).toMatchObject({ columns: 2, rows: 1 });
  });

  it('gives one person all of a phone', () => {
    const { tiles } = computeGrid({ count: 1, width: 366, height: 742 });
    expect(tiles).toEqual([{ x: 0, y: 0, width: 366, height: 742 }]);
  });

  it('covers most of a phone held upright, for up to sixteen people', () => {
    for (let n = 2; n <= 16; n += 1) {
      const { tiles } = computeGrid({ count: n, width: 366, height: 740 });
      const covered = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
      expect(covered / (366 * 740), `${n} people`).toBeGreaterThan(0.8);
    }
  });

  it('changes steadily with the box, so that no resize makes it jump for its default ratio', () => {
    fc.assert(
      fc.property(size, size, (width, height) => {
        const { min } = defaultAspectRatio(width, height);
        expect(Math.abs(defaultAspectRatio(width + 1, height).min - min)).toBeLessThan(0.011);
      }),
    );
  });

  it('has nothing to place without tiles, and no size without a box', () => {
    expect(computeGrid({ count: 0, width: 100, height: 100 }).tiles).toEqual([]);
    const { tiles } = computeGrid({ count: 2, width: 0, height: 0 });
    expect(tiles.every(({ width, height }) => width === 0 && height === 0)).toBe(true);
  });

  it('takes less than 10 µs for 49 tiles', () => {
    const measure = () => {
      const start = performance.now();
      for (let round = 0; round < 200; round += 1)
        computeGrid({ count: 49, width: 1400 + round, height: 800, gap: 12 });
      return ((performance.now() - start) * 1000) / 200;
    };
    // The quickest of many batches: the machine may have been busy in all others.
    expect(Math.min(...Array.from({ length: 50 }, measure))).toBeLessThan(10);
  });
});
