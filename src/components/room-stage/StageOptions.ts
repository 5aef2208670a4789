import type { RoomLayout } from '../../hooks/index.ts';

/** What of a room a stage shows, and how. */
export interface StageOptions {
  readonly layout: RoomLayout;
  /** The most tiles of a page; `auto`: as many as can be told apart, 49 at most. */
  readonly pageSize: number | 'auto';
  /** Whether those who may publish nothing have tiles, or are a number. */
  readonly audience: 'counted' | 'tiles';
  /** Whether one's own camera has a tile. */
  readonly self: boolean;
  /** Ids of the participants that the application makes large for everybody. */
  readonly spotlight: readonly string[];
}

/** A stage's inside, in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}
