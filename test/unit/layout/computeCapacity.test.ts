import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCapacity, computeGrid } from '../../../src/layout/index.ts';

describe('computeCapacity', () => {
  it('gives as many tiles as are large enough, and not one more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2500 }),
        fc.integer({ min: 100, max: 2500 }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 5_000, max: 40_000 }),
        (width, height, gap, smallest) => {
          const area = (count: number) => {
            const { tileWidth, tileHeight } = computeGrid({ count, width, height, gap });
            return tileWidth * tileHeight;
          };
          const count = computeCapacity({ width, height, gap, smallest, most: 49 });
          if (count > 1) expect(area(count)).toBeGreaterThanOrEqual(smallest);
          for (let more = count + 1; more <= 49; more += 1) expect(area(more)).toBeLessThan(smallest);
        },
      ),
    );
  });

  it('has room for one at least', () => {
    expect(computeCapacity({ width: 10, height: 10, smallest: 1_000, most: 49 })).toBe(1);
    expect(computeCapacity({ width: 0, height: 0, smallest: 1_000, most: 49 })).toBe(1);
  });
});
