import type { RoomLayout } from '../../hooks/index.ts';
import type { Tile } from '../../store/index.ts';

/** What decides which tiles are large. */
export interface FeaturedInput {
  readonly layout: RoomLayout;
  /** Screens first, then cameras. */
  readonly tiles: readonly Tile[];
  /** Ids of tiles, as they were pinned. */
  readonly pinned: readonly string[];
  /** Ids of participants. */
  readonly spotlight: readonly string[];
  /** Who else spoke last. */
  readonly speaker: Tile | null;
  readonly localId: string;
}

const isScreen = ({ key }: Tile) => key !== 'self';

/**
 * Which tiles have the large part, in every layout: what is pinned; else shared screens, and who is in the spotlight;
 * else, unless all are alike, one person: who spoke last (`speaker`), or the first of the others (`focus`).
 */
export function chooseFeatured(input: FeaturedInput): readonly Tile[] {
  const { layout, tiles, pinned, spotlight, speaker, localId } = input;
  const chosen = pinned.map((id) => tiles.find((tile) => tile.id === id)).filter((tile) => tile !== undefined);
  if (chosen.length > 0) return chosen;
  const lit = spotlight
    .map((id) => tiles.find((tile) => tile.participantId === id && !isScreen(tile)))
    .filter((tile) => tile !== undefined);
  const cameras = tiles.findIndex((tile) => !isScreen(tile));
  const screens = tiles.slice(0, cameras < 0 ? tiles.length : cameras);
  if (screens.length + lit.length > 0) return [...screens, ...lit];
  if (layout === 'grid') return [];
  if (layout === 'speaker' && speaker && tiles.includes(speaker)) return [speaker];
  const one = tiles.find(({ participantId }) => participantId !== localId) ?? tiles[0];
  return one ? [one] : [];
}
