import { defaultAspectRatio, toRange } from './aspectRatio.ts';
import type { GridOptions } from './computeGrid.ts';
import type { Rectangle } from './Rectangle.ts';

export interface PackOptions extends GridOptions {
  /** Whether a short last row begins where all others do, with tiles as wide: whoever comes then moves nobody. @default false */
  readonly inColumns?: boolean;
}

/** Equal rows, without their tiles: those are told by {@link tileAt}. */
export interface Packing {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** Where the first row begins, and where all full rows do. */
  readonly top: number;
  readonly start: number;
  /** Where a last row begins that is not full, and how wide its tiles are. */
  readonly lastStart: number;
  readonly lastWidth: number;
  readonly gap: number;
}

/**
 * Packs tiles as large as possible into a box.
 *
 * For c columns there are r = ⌈n / c⌉ rows, and a cell measures (W − (c − 1)·gap) / c by
 * (H − (r − 1)·gap) / r. The largest tile of an allowed ratio in it has the cell's own size if its
 * ratio is allowed, else the cell is cut down to the nearest allowed ratio. For each number of rows the fewest columns
 * that will do are tried and the largest area wins; of two equal ones the one with fewer columns. Rows are packed and
 * centred; the tiles of a short last row grow as wide as the ratio allows, unless all are to be `equal`.
 */
export function packGrid(options: PackOptions): Packing {
  const { count, width, height, gap = 0, aspectRatio, equal = false, inColumns = false } = options;
  const { min, max } = aspectRatio === undefined ? defaultAspectRatio(width, height, count) : toRange(aspectRatio);

  let columns = 1;
  let tileWidth = 0;
  let tileHeight = 0;
  for (let c = 1, r = count; c <= count; c = r > 1 ? Math.ceil(count / (r - 1)) : count + 1) {
    r = Math.ceil(count / c);
    const cellWidth = (width - (c - 1) * gap) / c;
    const cellHeight = (height - (r - 1) * gap) / r;
    if (cellWidth <= 0 || cellHeight <= 0) continue;
    const w = Math.min(cellWidth, cellHeight * max);
    const h = Math.min(cellHeight, cellWidth / min);
    if (w * h > tileWidth * tileHeight) {
      columns = c;
      tileWidth = w;
      tileHeight = h;
    }
  }

  // A box that is too small for the gaps alone does without.
  if (tileWidth === 0 && gap > 0) return packGrid({ ...options, gap: 0, aspectRatio: { min, max } });

  const rows = Math.ceil(count / columns);
  const inLast = count - (rows - 1) * columns;
  const widest = (width - (inLast - 1) * gap) / inLast;
  const grown = Math.max(tileWidth, Math.min(widest, tileHeight * max));
  const lastWidth = equal || inColumns || inLast === columns ? tileWidth : grown;
  const startOf = (tiles: number, w: number) => (width - tiles * w - (tiles - 1) * gap) / 2;
  const start = startOf(columns, tileWidth);
  const lastStart = inColumns ? start : startOf(inLast, lastWidth);
  const top = (height - rows * tileHeight - (rows - 1) * gap) / 2;
  return { columns, rows, tileWidth, tileHeight, top, start, lastStart, lastWidth, gap };
}

/** Where a tile lies, by its place in reading order. */
export function tileAt(packing: Packing, index: number): Rectangle {
  const { columns, rows, tileHeight, top, gap } = packing;
  const row = Math.floor(index / columns);
  const last = row === rows - 1;
  const width = last ? packing.lastWidth : packing.tileWidth;
  const x = (last ? packing.lastStart : packing.start) + (index % columns) * (width + gap);
  return { x, y: top + row * (tileHeight + gap), width, height: tileHeight };
}

/** How many tiles, from the first one on, lie in both where they lie in the other. */
export function commonTiles(a: Packing, b: Packing): number {
  const alike =
    a.columns === b.columns &&
    a.tileWidth === b.tileWidth &&
    a.tileHeight === b.tileHeight &&
    a.top === b.top &&
    a.start === b.start &&
    a.gap === b.gap;
  if (!alike) return 0;
  const sameEnd = a.rows === b.rows && a.lastStart === b.lastStart && a.lastWidth === b.lastWidth;
  return sameEnd ? a.rows * a.columns : (Math.min(a.rows, b.rows) - 1) * a.columns;
}
