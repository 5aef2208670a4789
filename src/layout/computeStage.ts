import { type AspectRatio, toRange } from './aspectRatio.ts';
import { computeGrid } from './computeGrid.ts';
import type { Rectangle } from './Rectangle.ts';

/** What is to be placed, and where. All lengths in pixels. */
export interface StageOptions {
  /** How many tiles have the large part: shared screens, say, or who speaks. */
  readonly featured: number;
  /** How many tiles accompany them. */
  readonly others: number;
  readonly width: number;
  readonly height: number;
  /** Between tiles. @default 0 */
  readonly gap?: number;
  /** Of the large tiles. @default any for one, which is shown whole within its tile; for several about that of a screen */
  readonly aspectRatio?: AspectRatio;
}

/** Where each tile goes. */
export interface Stage {
  readonly featured: readonly Rectangle[];
  readonly others: readonly Rectangle[];
}

/** The strip's share of a wide box's width, and the most of it in pixels. */
const STRIP_SHARE = 0.22;
const STRIP_MAX = 320;
/** In less, in pixels, nobody is told from others; in a small box it may cost this share. */
const STRIP_MIN = 128;
const STRIP_MIN_SHARE = 0.4;
/** The most of an upright box's height that the large part takes. */
const STAGE_SHARE = 0.6;
const SCREEN = 16 / 9;
const ANY_SHAPE = { min: 0.2, max: 5 };
/** No screen is wider. */
const WIDEST_SCREEN = 21 / 9;
/** Of several screens each gets about the shape of one: a tall tile would show it small, with much beside it. */
const SCREEN_SHAPE = { min: 4 / 3, max: 2 };
const STRIP_SHAPE = { min: 4 / 3, max: SCREEN };

/** Where those who accompany something large are: beside it, or below. */
export interface Strip {
  readonly beside: boolean;
  /** The most room that they get. */
  readonly width: number;
  readonly height: number;
  readonly aspectRatio?: AspectRatio;
}

/**
 * A strip at the inline end of a wide box; in an upright one the lower part, as a screen needs no more height there
 * than 16:9 has.
 */
export function computeStrip({ featured, width, height, gap = 0, aspectRatio }: Omit<StageOptions, 'others'>): Strip {
  if (width > height) {
    const widest = aspectRatio === undefined ? WIDEST_SCREEN : toRange(aspectRatio).max;
    // What something large cannot use of a flat box; no more than a square, so that it stays the largest.
    const unused = Math.min(height, width - (height * widest + gap) * featured);
    const least = Math.min(STRIP_MIN, width * STRIP_MIN_SHARE);
    const strip = Math.max(least, unused, Math.min(STRIP_MAX, width * STRIP_SHARE));
    return { beside: true, width: strip, height, aspectRatio: STRIP_SHAPE };
  }
  const most = height * STAGE_SHARE;
  const stage = aspectRatio === undefined ? Math.min(most, (width / SCREEN) * featured) : most;
  return { beside: false, width, height: Math.max(0, height - stage - gap) };
}

const moved = (tiles: readonly Rectangle[], x: number, y: number): Rectangle[] =>
  tiles.map((tile) => ({ ...tile, x: tile.x + x, y: tile.y + y }));

/** Gives some tiles the large part of a box, and the others a strip of it. */
export function computeStage(options: StageOptions): Stage {
  const { featured, others, width, height, gap = 0 } = options;
  const aspectRatio = options.aspectRatio ?? (featured > 1 ? SCREEN_SHAPE : ANY_SHAPE);
  const large = (w: number, h: number) => computeGrid({ count: featured, width: w, height: h, gap, aspectRatio }).tiles;
  if (others < 1) return { featured: large(width, height), others: [] };

  const strip = computeStrip(options);
  const pack = (w: number) => computeGrid({ ...strip, count: others, width: w, gap, equal: strip.beside });
  if (!strip.beside) {
    const stage = height - strip.height - gap;
    return { featured: large(width, stage), others: moved(pack(width).tiles, 0, stage + gap) };
  }
  // They may not need all of the strip's width: the large part gets the rest.
  const { columns, tileWidth } = pack(strip.width);
  const needed = columns * tileWidth + (columns - 1) * gap;
  const stage = width - needed - gap;
  return { featured: large(stage, height), others: moved(pack(needed).tiles, stage + gap, 0) };
}
