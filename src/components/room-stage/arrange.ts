import {
  computeCapacity,
  computeGrid,
  computeStage,
  computeStrip,
  defaultAspectRatio,
  type Rectangle,
} from '../../layout/index.ts';
import type { Tile } from '../../store/index.ts';
import type { Box } from './StageOptions.ts';

/** The least area of a tile, in square pixels, that pages and strips are filled up to. */
const SMALLEST = 16_000;
const SMALLEST_IN_STRIP = 12_000;
/** The most on a page: more faces than that nobody looks at. */
const MOST = 49;
const MOST_IN_STRIP = 16;

/** Where one tile goes. */
export interface Placement extends Rectangle {
  readonly id: string;
  /** Large, on the page that is shown, or on the one before or after it. */
  readonly place: 'featured' | 'page' | 'away';
}

/** How many of those who are not large go on a page. */
export function pageSizeOf(featured: readonly Tile[], pageSize: number | 'auto', box: Box | null): number {
  const most = pageSize === 'auto' ? (featured.length > 0 ? MOST_IN_STRIP : MOST) : pageSize;
  if (box === null || pageSize !== 'auto') return Math.max(1, most);
  if (featured.length === 0) return computeCapacity({ ...box, smallest: SMALLEST, most });
  const strip = computeStrip({ ...box, featured: featured.length, ...shapeOf(featured, box) });
  return computeCapacity({ ...strip, gap: box.gap, smallest: SMALLEST_IN_STRIP, most });
}

/** People look well in some shapes only; a screen is shown whole in any. */
function shapeOf(featured: readonly Tile[], { width, height }: Box) {
  return featured.every(({ key }) => key === 'self') ? { aspectRatio: defaultAspectRatio(width, height) } : {};
}

/** What is to be placed on a stage. */
export interface ArrangeInput {
  readonly featured: readonly Tile[];
  /** All others in their order, on all pages. */
  readonly others: readonly Tile[];
  readonly page: number;
  readonly pageSize: number;
  readonly box: Box;
  /** What was arranged before: where nothing changed, it is the same object. */
  readonly before?: readonly Placement[];
}

/** Places what is large, the page that is shown, and those before and after it just outside of the box. */
export function arrange({ featured, others, page, pageSize, box, before = [] }: ArrangeInput): Placement[] {
  const { width, height, gap } = box;
  const several = others.length > pageSize;
  const stage = featured.length > 0 ? stageOf(featured, several ? pageSize : others.length, box) : null;
  const placements: Placement[] = [];
  if (stage) {
    for (const [index, { id }] of featured.entries())
      placements.push({ id, place: 'featured', ...(stage.featured[index] as Rectangle) });
  }
  // Beside something large, pages go up and down: on their way sideways they would cross it.
  const sideways = !stage || height >= width;
  for (const shown of several ? [page - 1, page, page + 1] : [page]) {
    const tiles = several ? others.slice(Math.max(0, shown * pageSize), Math.max(0, (shown + 1) * pageSize)) : others;
    if (tiles.length === 0) continue;
    const rectangles = stage?.others ?? computeGrid({ count: tiles.length, width, height, gap }).tiles;
    const away = shown - page;
    const [x, y] = sideways ? [away * (width + gap), 0] : [0, away * (height + gap)];
    for (let index = 0; index < tiles.length; index += 1) {
      const at = rectangles[index] as Rectangle;
      const known = before[placements.length];
      const { id } = tiles[index] as Tile;
      const place = away === 0 ? 'page' : 'away';
      const [left, top] = [at.x + x, at.y + y];
      const stays =
        known?.id === id &&
        known.place === place &&
        known.x === left &&
        known.y === top &&
        known.width === at.width &&
        known.height === at.height;
      placements.push(stays ? known : { id, place, x: left, y: top, width: at.width, height: at.height });
    }
  }
  return placements;
}

function stageOf(featured: readonly Tile[], others: number, box: Box) {
  return computeStage({ ...box, featured: featured.length, others, ...shapeOf(featured, box) });
}
