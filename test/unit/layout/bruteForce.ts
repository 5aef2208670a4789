import { type AspectRatio, toRange } from '../../../src/layout/aspectRatio.ts';

/**
 * The best equal grid, found without being clever: every number of columns and of rows that has room
 * for all, and every ratio in small steps.
 */
export function bruteForceArea(
  count: number,
  width: number,
  height: number,
  gap: number,
  aspectRatio: AspectRatio,
): number {
  const { min, max } = toRange(aspectRatio);
  let best = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    for (let rows = 1; rows <= count; rows += 1) {
      if (columns * rows < count) continue;
      const cellWidth = (width - (columns - 1) * gap) / columns;
      const cellHeight = (height - (rows - 1) * gap) / rows;
      if (cellWidth <= 0 || cellHeight <= 0) continue;
      for (let step = 0; step <= 20; step += 1) {
        const ratio = min + ((max - min) * step) / 20;
        const tileWidth = Math.min(cellWidth, cellHeight * ratio);
        best = Math.max(best, (tileWidth * tileWidth) / ratio);
      }
    }
  }
  return best;
}
