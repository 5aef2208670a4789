import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeStage } from '../../../src/layout/index.ts';

const size = fc.integer({ min: 240, max: 3000 });
const area = (tiles: readonly { width: number; height: number }[]) => tiles.map((tile) => tile.width * tile.height);

describe('computeStage', () => {
  it('places everything within the box, and no person on a screen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 30 }),
        size,
        size,
        (presentations, people, width, height) => {
          const stage = computeStage({ featured: presentations, others: people, width, height, gap: 8 });
          expect(stage.featured).toHaveLength(presentations);
          expect(stage.others).toHaveLength(people);
          for (const { x, y, width: w, height: h } of [...stage.featured, ...stage.others]) {
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-6);
            expect(x + w).toBeLessThanOrEqual(width + 1e-6);
            expect(y + h).toBeLessThanOrEqual(height + 1e-6);
          }
          const right = Math.max(...stage.featured.map(({ x, width: w }) => x + w));
          const bottom = Math.max(...stage.featured.map(({ y, height: h }) => y + h));
          expect(stage.others.every(({ x, y }) => x >= right || y >= bottom)).toBe(true);
        },
      ),
    );
  });

  it('makes a shared screen larger than any person', () => {
    for (const [width, height] of [
      [1416, 800],
      [744, 930],
      [366, 740],
    ] as const) {
      const { featured: presentations, others: people } = computeStage({
        featured: 1,
        others: 4,
        width,
        height,
        gap: 12,
      });
      expect(Math.min(...area(presentations))).toBeGreaterThan(Math.max(...area(people)));
    }
  });

  it('makes who accompanies something large no smaller than can be told apart, in a small box too', () => {
    for (const [width, height] of [
      [400, 300],
      [480, 300],
      [560, 260],
    ] as const) {
      const { others } = computeStage({ featured: 1, others: 2, width, height, gap: 12, aspectRatio: 16 / 9 });
      for (const tile of others) expect(tile.height, `in ${width} × ${height}`).toBeGreaterThanOrEqual(90);
    }
  });

  it('gives the others what a large picture cannot use of a flat box', () => {
    const { featured, others } = computeStage({
      featured: 1,
      others: 4,
      width: 1040,
      height: 300,
      gap: 12,
      aspectRatio: 16 / 9,
    });
    expect(featured[0]?.height).toBe(300);
    expect(Math.min(...others.map(({ height }) => height))).toBeGreaterThan(100);
    expect(Math.min(...area(featured))).toBeGreaterThan(Math.max(...area(others)));
  });

  it('makes all beside something large alike, those of a short last row, too', () => {
    const { others } = computeStage({ featured: 1, others: 9, width: 1416, height: 800, gap: 12 });
    expect(new Set(others.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`)).size).toBe(1);
  });

  it('gives a screen the whole box when nobody is there', () => {
    const { featured: presentations } = computeStage({ featured: 1, others: 0, width: 800, height: 450 });
    expect(presentations).toEqual([{ x: 0, y: 0, width: 800, height: 450 }]);
  });

  it('shows two screens as large as it can, which in a box of their own shape is one above the other', () => {
    const { featured } = computeStage({ featured: 2, others: 5, width: 1040, height: 620, gap: 12 });
    expect(featured[0]?.x).toBe(featured[1]?.x);
    expect(featured[1]?.y).toBeGreaterThan(featured[0]?.y ?? 0);
  });
});
