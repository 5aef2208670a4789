import type { Rectangle } from './Rectangle.ts';

/** The most columns and rows that a grid may have; `null`: as many as are needed. */
export interface GridLimits {
  readonly maxColumns: number | null;
  readonly maxRows: number | null;
}

/** Nobody is made out in less, in pixels. */
const SMALLEST_CELL = 16;
const PICTURE_RATIO = 16 / 9;

/**
 * The cells of a grid in a film for so many pictures, row by row; every number is even, and `x` is from the left. Of all
 * grids that hold them, the one in which a picture of 16:9 is largest, and of two that are as good the wider one; a last
 * row that is not full stands in the middle. Fewer cells than pictures when the limits, or 16 pixels for a cell, leave no
 * more.
 */
export function placeGrid(area: Rectangle, count: number, { maxColumns, maxRows }: GridLimits): Rectangle[] {
  const most = {
    columns: Math.max(1, Math.min(maxColumns ?? count, Math.floor(area.width / SMALLEST_CELL))),
    rows: Math.max(1, Math.min(maxRows ?? count, Math.floor(area.height / SMALLEST_CELL))),
  };
  const placed = Math.min(count, most.columns * most.rows);
  const columns = bestColumns(area, placed, most);
  const rows = Math.ceil(placed / columns);
  return Array.from({ length: placed }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? placed - row * columns : columns;
    const indent = even(((columns - inRow) * area.width) / columns / 2);
    const column = index % columns;
    const left = even((column * area.width) / columns);
    const top = even((row * area.height) / rows);
    return {
      x: area.x + indent + left,
      y: area.y + top,
      width: even(((column + 1) * area.width) / columns) - left,
      height: even(((row + 1) * area.height) / rows) - top,
    };
  });
}

/** The even number at or below: pictures have one colour for 2 × 2 pixels. */
export function even(pixels: number): number {
  return 2 * Math.floor(pixels / 2);
}

function bestColumns(area: Rectangle, count: number, most: { columns: number; rows: number }): number {
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= Math.min(most.columns, count); columns++) {
    const rows = Math.ceil(count / columns);
    if (rows > most.rows) continue;
    const width = Math.min(area.width / columns, (area.height / rows) * PICTURE_RATIO);
    if (width >= best.width) best = { columns, width };
  }
  return best.columns;
}
