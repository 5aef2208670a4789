import type { Rectangle } from '../../../layout/index.ts';

/** A part of the picture with a grid of recordings. Of two that overlap, the later one is on top. */
export interface DraftRegion extends Rectangle {
  /** Tells it apart while it is edited. */
  readonly id: string;
  /** Null: as many as are needed. */
  readonly maxColumns: number | null;
  /** Null: as many as are needed. */
  readonly maxRows: number | null;
  /** Ids of recordings in the order of their cells, or all there are. */
  readonly sources: readonly string[] | '*';
}

/** A film as it is being laid out. Places and sizes are in pixels of its picture, from the upper left corner. */
export interface FilmDraft {
  readonly width: number;
  readonly height: number;
  /** One at least. */
  readonly regions: readonly DraftRegion[];
  /** Ids of recordings, all there are, or null for silence. */
  readonly sound: readonly string[] | '*' | null;
}

/** No film has more. */
export const MOST_REGIONS = 16;
