import { describe, expect, test } from 'vitest';
import { placeGrid, type Rectangle } from '../../../src/layout/index.ts';

const HD = { x: 0, y: 0, width: 1280, height: 720 };
const free = { maxColumns: null, maxRows: null };
const shape = (cells: Rectangle[]) => [...Map.groupBy(cells, ({ y }) => y).values()].map((row) => row.length);

describe('placeGrid', () => {
  test('has no cells for nobody, and the whole area for one', () => {
    expect(placeGrid(HD, 0, free)).toEqual([]);
    expect(placeGrid({ x: 10, y: 20, width: 300, height: 200 }, 1, free)).toEqual([
      { x: 10, y: 20, width: 300, height: 200 },
    ]);
  });

  test.each([
    [2, HD, [2]],
    [3, HD, [2, 1]],
    [4, HD, [2, 2]],
    [5, HD, [3, 2]],
    [7, HD, [3, 3, 1]],
    [9, HD, [3, 3, 3]],
    [3, { ...HD, width: 320 }, [1, 1, 1]],
    [3, { ...HD, height: 160 }, [3]],
  ])('lays %i out in %j as rows of %j', (count, area, expected) => {
    expect(shape(placeGrid(area, count, free))).toEqual(expected);
  });

  test('puts a last row that is not full in the middle', () => {
    expect(placeGrid(HD, 3, free)).toEqual([
      { x: 0, y: 0, width: 640, height: 360 },
      { x: 640, y: 0, width: 640, height: 360 },
      { x: 320, y: 360, width: 640, height: 360 },
    ]);
  });

  test.each([
    [{ maxColumns: 1, maxRows: null }, 3, [1, 1, 1]],
    [{ maxColumns: null, maxRows: 1 }, 3, [3]],
    [{ maxColumns: 2, maxRows: 2 }, 9, [2, 2]],
    [{ maxColumns: 1, maxRows: 1 }, 9, [1]],
    [{ maxColumns: 1000, maxRows: 1000 }, 4, [2, 2]],
  ])('keeps within %j', (limits, count, expected) => {
    expect(shape(placeGrid(HD, count, limits))).toEqual(expected);
  });

  test('makes no cell smaller than 16 pixels', () => {
    const cells = placeGrid({ x: 0, y: 0, width: 50, height: 40 }, 100, free);
    expect(shape(cells)).toEqual([3, 3]);
  });

  test('covers the area in even numbers, without gaps or overlaps', () => {
    for (let count = 1; count <= 30; count++) {
      const cells = placeGrid({ x: 6, y: 8, width: 854, height: 482 }, count, free);
      expect(cells).toHaveLength(count);
      for (const row of Map.groupBy(cells, ({ y }) => y).values()) {
        for (const [index, { x }] of row.slice(1).entries()) {
          expect(x).toBe((row[index] as Rectangle).x + (row[index] as Rectangle).width);
        }
      }
      expect(cells.flatMap(({ x, y, width, height }) => [x, y, width, height]).filter((n) => n % 2 !== 0)).toEqual([]);
      expect(Math.max(...cells.map(({ x, width }) => x + width))).toBe(860);
      expect(Math.max(...cells.map(({ y, height }) => y + height))).toBe(490);
    }
  });
});
