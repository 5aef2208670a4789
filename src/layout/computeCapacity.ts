import { computeGrid, type GridOptions } from './computeGrid.ts';

/** What limits a page. All lengths in pixels. */
export interface CapacityOptions extends Omit<GridOptions, 'count'> {
  /** The area that a tile needs, in square pixels, so that a face and a name can be told. */
  readonly smallest: number;
  /** Never more than these. */
  readonly most: number;
}

/** How many tiles a box has room for: as many as are not smaller than that, and one at least. */
export function computeCapacity({ smallest, most, ...box }: CapacityOptions): number {
  // Whole tiles of that area do not fit more often than the box's area has room for it.
  let count = Math.min(most, Math.floor((box.width * box.height) / smallest));
  for (; count > 1; count -= 1) {
    const { tileWidth, tileHeight } = computeGrid({ ...box, count });
    if (tileWidth * tileHeight >= smallest) return count;
  }
  return Math.max(1, count);
}
