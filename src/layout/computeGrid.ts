import { type AspectRatio, defaultAspectRatio, toRange } from './aspectRatio.ts';
import type { Rectangle } from './Rectangle.ts';

/** What is to be packed, and where. All lengths in pixels. */
export interface GridOptions {
  /** How many tiles. */
  readonly count: number;
  /** Size of the box. */
  readonly width: number;
  readonly height: number;
  /** Between tiles. @default 0 */
  readonly gap?: number;
  /** Of a tile. @default from 9:16 (in an upright box; 9:20 for one tile) or 4:3 (in a wide one) to 16:9 */
  readonly aspectRatio?: AspectRatio;
  /** Whether the tiles of a short last row stay as wide as all others, and do not fill it. @default false */
  readonly equal?: boolean;
}

/** A packing of equal rows. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Size of the tiles in a full row, which are the smallest. */
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** One for each tile, in reading order. */
  readonly tiles: readonly Rectangle[];
}

const EMPTY: Grid = { columns: 0, rows: 0, tileWidth: 0, tileHeight: 0, tiles: [] };

/**
 * Packs tiles as large as possible into a box.
 *
 * For c columns there are r = ⌈n / c⌉ rows, and a cell measures (W − (c − 1)·gap) / c by
 * (H − (r − 1)·gap) / r. The largest tile of an allowed ratio in it has the cell's own size if its
 * ratio is allowed, else the cell is cut down to the nearest allowed ratio. All c from 1 to n are tried and the
 * largest area wins; of two equal ones the one with fewer columns. That is a few operations for each c,
 * so there is no need to be cleverer. Rows are packed and centred; the tiles of a short last row grow
 * as wide as the ratio allows, unless all are to be `equal`.
 */
export function computeGrid({ count, width, height, gap = 0, aspectRatio, equal = false }: GridOptions): Grid {
  if (count < 1) return EMPTY;
  const { min, max } = aspectRatio === undefined ? defaultAspectRatio(width, height, count) : toRange(aspectRatio);

  let columns = 1;
  let tileWidth = 0;
  let tileHeight = 0;
  for (let c = 1; c <= count; c += 1) {
    const r = Math.ceil(count / c);
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
  if (tileWidth === 0 && gap > 0) return computeGrid({ count, width, height, aspectRatio: { min, max }, equal });

  const rows = Math.ceil(count / columns);
  const top = (height - rows * tileHeight - (rows - 1) * gap) / 2;
  const tiles: Rectangle[] = [];
  for (let row = 0; row < rows; row += 1) {
    const inRow = Math.min(columns, count - row * columns);
    const widest = (width - (inRow - 1) * gap) / inRow;
    const w = equal || inRow === columns ? tileWidth : Math.max(tileWidth, Math.min(widest, tileHeight * max));
    const start = (width - inRow * w - (inRow - 1) * gap) / 2;
    const y = top + row * (tileHeight + gap);
    for (let column = 0; column < inRow; column += 1) {
      tiles.push({ x: start + column * (w + gap), y, width: w, height: tileHeight });
    }
  }
  return { columns, rows, tileWidth, tileHeight, tiles };
}
