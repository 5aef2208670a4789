import type { AspectRatio } from './aspectRatio.ts';
import { packGrid, tileAt } from './packGrid.ts';
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
 * Packs tiles as large as possible into a box, row by row: the number of columns is the one for which the tiles are
 * largest. Rows are packed and centred; the tiles of a short last row grow as wide as the ratio allows, unless all are to
 * be `equal`.
 */
export function computeGrid(options: GridOptions): Grid {
  const { count } = options;
  if (count < 1) return EMPTY;
  const packing = packGrid(options);
  const { columns, rows, tileWidth, tileHeight } = packing;
  const tiles: Rectangle[] = [];
  for (let index = 0; index < count; index += 1) tiles.push(tileAt(packing, index));
  return { columns, rows, tileWidth, tileHeight, tiles };
}
