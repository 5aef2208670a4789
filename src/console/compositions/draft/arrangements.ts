import { even } from '../../../layout/index.ts';
import type { DraftRegion } from './FilmDraft.ts';
import { type Picture, placeWithin } from './placing.ts';

/** Layouts to begin with. */
export const arrangements = ['grid', 'side-by-side', 'stage', 'inset'] as const;
export type Arrangement = (typeof arrangements)[number];

/** What an arrangement must know of a recording of pictures. */
export interface ArrangedSource {
  readonly id: string;
  readonly participantId: string;
  /** A shared screen, not a camera. */
  readonly screen: boolean;
}

type Part = Omit<DraftRegion, 'id'>;

/**
 * The regions of an arrangement, from the back to the front. One with a place of its own gets what stands out: a shared
 * screen where there is one, else who came first; all others share the other place.
 *
 * @param sources - The recordings of pictures, in the order in which they began.
 */
export function arrange(
  arrangement: Arrangement,
  picture: Picture,
  sources: readonly ArrangedSource[],
): readonly Part[] {
  const { width, height } = picture;
  const [main, others] = split(arrangement, sources);
  const part = (
    place: readonly [x: number, y: number, width: number, height: number],
    shown: DraftRegion['sources'],
    limits: { maxColumns?: number; maxRows?: number } = {},
  ): Part => {
    const [x, y, w, h] = place;
    const within = placeWithin({ x, y, width: w, height: h }, picture);
    return { ...within, maxColumns: limits.maxColumns ?? null, maxRows: limits.maxRows ?? null, sources: shown };
  };
  const upright = height > width;
  switch (arrangement) {
    case 'grid':
      return [part([0, 0, width, height], '*')];
    case 'side-by-side': {
      const [halfWidth, halfHeight] = [even(width / 2), even(height / 2)];
      return upright
        ? [part([0, 0, width, halfHeight], main), part([0, halfHeight, width, height - halfHeight], others)]
        : [part([0, 0, halfWidth, height], main), part([halfWidth, 0, width - halfWidth, height], others)];
    }
    case 'stage': {
      const [mainWidth, mainHeight] = [even(width * 0.8), even(height * 0.8)];
      return upright
        ? [
            part([0, 0, width, mainHeight], main),
            part([0, mainHeight, width, height - mainHeight], others, { maxRows: 1 }),
          ]
        : [
            part([0, 0, mainWidth, height], main),
            part([mainWidth, 0, width - mainWidth, height], others, { maxColumns: 1 }),
          ];
    }
    case 'inset': {
      const margin = even(Math.min(width, height) / 30);
      const [w, h] = [even(width / 4), even(height / 4)];
      return [
        part([0, 0, width, height], main),
        part([width - w - margin, height - h - margin, w, h], others, { maxRows: 1 }),
      ];
    }
    default:
      return arrangement satisfies never;
  }
}

/** Before anything is recorded there is nobody to tell apart: everybody is everywhere. */
function split(
  arrangement: Arrangement,
  sources: readonly ArrangedSource[],
): [main: DraftRegion['sources'], others: DraftRegion['sources']] {
  const screens = arrangement === 'side-by-side' ? [] : sources.filter(({ screen }) => screen);
  const first = sources[0]?.participantId;
  const main = screens.length > 0 ? screens : sources.filter(({ participantId }) => participantId === first);
  if (main.length === 0) return ['*', '*'];
  const ids = (some: readonly ArrangedSource[]) => some.map(({ id }) => id);
  return [ids(main), ids(sources.filter((source) => !main.includes(source)))];
}
