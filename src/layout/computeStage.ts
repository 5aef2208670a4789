import { computeGrid } from './computeGrid.ts';
import type { Rectangle } from './Rectangle.ts';

/** What is to be placed, and where. All lengths in pixels. */
export interface StageOptions {
  /** How many tiles belong on the stage: shared screens. */
  readonly presentations: number;
  /** How many tiles accompany them: people. */
  readonly people: number;
  readonly width: number;
  readonly height: number;
  /** Between tiles. @default 0 */
  readonly gap?: number;
}

/** Where each tile goes. */
export interface Stage {
  readonly presentations: readonly Rectangle[];
  readonly people: readonly Rectangle[];
}

/** The strip's share of a wide box's width, and the most of it in pixels. */
const STRIP_SHARE = 0.22;
const STRIP_MAX = 320;
/** The most of an upright box's height that the stage takes. */
const STAGE_SHARE = 0.6;
const SCREEN = 16 / 9;
/** Screens have any shape, and are shown whole within their tile. */
const ANY_SHAPE = { min: 0.2, max: 5 };
const STRIP_SHAPE = { min: 4 / 3, max: SCREEN };

const moved = (tiles: readonly Rectangle[], x: number, y: number): Rectangle[] =>
  tiles.map((tile) => ({ ...tile, x: tile.x + x, y: tile.y + y }));

/**
 * Gives shared screens the large part of a box and people the rest: a strip at the inline end of a wide
 * box; in an upright one the lower part, as the stage there needs no more height than a 16:9 screen has.
 */
export function computeStage({ presentations, people, width, height, gap = 0 }: StageOptions): Stage {
  const onStage = (w: number, h: number) =>
    computeGrid({ count: presentations, width: w, height: h, gap, aspectRatio: ANY_SHAPE }).tiles;
  if (people < 1) return { presentations: onStage(width, height), people: [] };

  if (width > height) {
    const inStrip = (w: number) => computeGrid({ count: people, width: w, height, gap, aspectRatio: STRIP_SHAPE });
    // People may not need all of the strip's width: the stage gets the rest.
    const { columns, tileWidth } = inStrip(Math.min(STRIP_MAX, width * STRIP_SHARE));
    const strip = columns * tileWidth + (columns - 1) * gap;
    const stage = width - strip - gap;
    const beside = inStrip(strip).tiles;
    return { presentations: onStage(stage, height), people: moved(beside, stage + gap, 0) };
  }
  const stage = Math.min(height * STAGE_SHARE, (width / SCREEN) * presentations);
  const below = computeGrid({ count: people, width, height: height - stage - gap, gap }).tiles;
  return { presentations: onStage(width, stage), people: moved(below, 0, stage + gap) };
}
