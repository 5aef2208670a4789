import {
  commonTiles,
  computeCapacity,
  computeStage,
  computeStrip,
  defaultAspectRatio,
  type Packing,
  packGrid,
  type Rectangle,
  tileAt,
} from '../../layout/index.ts';
import type { Tile } from '../../store/index.ts';
import { isCrowd } from './crowd.ts';
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
  /** What was arranged before: who stays where they were keep their placements. */
  readonly before: Arrangement;
}

/** The tiles of a page, side by side in a grid. */
interface GridPage {
  readonly tiles: readonly Tile[];
  readonly packing: Packing;
  readonly place: 'page' | 'away';
  /** Where the page begins. */
  readonly x: number;
  readonly placements: readonly Placement[];
}

/** Where everything is. */
export interface Arrangement {
  readonly placements: readonly Placement[];
  /** The pages of a plain grid: the one before, the one that is shown, the one after. */
  readonly pages: readonly GridPage[];
}

export const NOTHING: Arrangement = { placements: [], pages: [] };

/** Places what is large, the page that is shown, and those before and after it just outside of the box. */
export function arrange(input: ArrangeInput): Arrangement {
  return input.featured.length > 0 ? arrangeStage(input) : arrangeGrid(input);
}

/** The pages that are placed, from the one that is shown: their tiles, and how many pages they are away. */
function pagesAround({ others, page, pageSize }: ArrangeInput): (readonly [away: number, tiles: readonly Tile[]])[] {
  if (others.length <= pageSize) return [[0, others]];
  return [-1, 0, 1]
    .map(
      (away) =>
        [away, others.slice(Math.max(0, (page + away) * pageSize), Math.max(0, (page + away + 1) * pageSize))] as const,
    )
    .filter(([, tiles]) => tiles.length > 0);
}

function arrangeGrid(input: ArrangeInput): Arrangement {
  const { width, height, gap } = input.box;
  const pages = pagesAround(input).map(([away, tiles], index): GridPage => {
    const packing = packGrid({ count: tiles.length, width, height, gap, inColumns: isCrowd(tiles.length) });
    const page = { tiles, packing, place: away === 0 ? 'page' : 'away', x: away * (width + gap) } as const;
    return { ...page, placements: placementsOf(page, input.before.pages[index]) };
  });
  const [only] = pages;
  const placements = pages.length === 1 && only ? only.placements : pages.flatMap((page) => page.placements);
  return { placements, pages };
}

function placementsOf({ tiles, packing, place, x }: Omit<GridPage, 'placements'>, before: GridPage | undefined) {
  let kept = 0;
  if (before?.place === place && before.x === x) {
    const most = Math.min(tiles.length, before.tiles.length, commonTiles(packing, before.packing));
    while (kept < most && tiles[kept] === before.tiles[kept]) kept += 1;
  }
  const placements = before?.placements.slice(0, kept) ?? [];
  for (let index = kept; index < tiles.length; index += 1) {
    const at = tileAt(packing, index);
    const { id } = tiles[index] as Tile;
    placements.push({ id, place, x: at.x + x, y: at.y, width: at.width, height: at.height });
  }
  return placements;
}

function arrangeStage(input: ArrangeInput): Arrangement {
  const { featured, others, pageSize, box } = input;
  const { width, height, gap } = box;
  const stage = computeStage({
    ...box,
    featured: featured.length,
    others: Math.min(pageSize, others.length),
    ...shapeOf(featured, box),
  });
  const large = featured.map(
    ({ id }, index): Placement => ({ id, place: 'featured', ...(stage.featured[index] as Rectangle) }),
  );
  // Beside something large, pages go up and down: on their way sideways they would cross it.
  const [sideways, down] = height >= width ? [width + gap, 0] : [0, height + gap];
  const strip = pagesAround(input).flatMap(([away, tiles]) =>
    tiles.map(({ id }, index): Placement => {
      const at = stage.others[index] as Rectangle;
      const place = away === 0 ? 'page' : 'away';
      return { ...at, id, place, x: at.x + away * sideways, y: at.y + away * down };
    }),
  );
  return { placements: [...large, ...strip], pages: [] };
}
