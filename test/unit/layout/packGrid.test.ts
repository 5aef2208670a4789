import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonTiles, packGrid, tileAt } from '../../../src/layout/index.ts';

const count = fc.integer({ min: 1, max: 400 });
const size = fc.integer({ min: 200, max: 2000 });

describe('packGrid', () => {
  it('finds the largest tiles of all numbers of columns, also for hundreds', () => {
    fc.assert(
      fc.property(count, size, size, (n, width, height) => {
        const { tileWidth, tileHeight } = packGrid({ count: n, width, height, aspectRatio: 1.5 });
        const areas = Array.from({ length: n }, (_, index) => {
          const side = Math.min(width / (index + 1), (height / Math.ceil(n / (index + 1))) * 1.5);
          return (side * side) / 1.5;
        });
        expect(tileWidth * tileHeight).toBeCloseTo(Math.max(...areas), 3);
      }),
    );
  });

  it('in columns begins the last row where all others begin, with tiles as wide', () => {
    fc.assert(
      fc.property(count, size, size, (n, width, height) => {
        const packing = packGrid({ count: n, width, height, gap: 4, inColumns: true });
        const [first, last] = [tileAt(packing, 0), tileAt(packing, (packing.rows - 1) * packing.columns)];
        expect(last.x).toBe(first.x);
        expect(last.width).toBe(first.width);
      }),
    );
  });

  it('in columns lets everybody stay when one comes into a row that is not full', () => {
    const [before, after] = [1_000, 1_001].map((n) =>
      packGrid({ count: n, width: 1440, height: 900, gap: 12, inColumns: true }),
    ) as [ReturnType<typeof packGrid>, ReturnType<typeof packGrid>];
    expect(before.rows).toBe(after.rows);
    expect(commonTiles(before, after)).toBeGreaterThanOrEqual(1_000);
  });
});

it('commonTiles counts only tiles that lie at the same place in both', () => {
  fc.assert(
    fc.property(count, count, size, size, fc.boolean(), (n, m, width, height, inColumns) => {
      const [a, b] = [n, m].map((each) => packGrid({ count: each, width, height, gap: 4, inColumns })) as [
        ReturnType<typeof packGrid>,
        ReturnType<typeof packGrid>,
      ];
      const common = Math.min(n, m, commonTiles(a, b));
      for (let index = 0; index < common; index += 1) expect(tileAt(a, index)).toEqual(tileAt(b, index));
    }),
  );
});
