/** A part of the picture with a grid of recordings, in pixels. */
export interface VideoRegion {
  xPos: number;
  yPos: number;
  /** Higher ones are on top. */
  zPos: number;
  width: number;
  height: number;
  /** `null`: as many as are needed. */
  maxColumns: number | null;
  /** `null`: as many as are needed. */
  maxRows: number | null;
  videoSources: Sources;
}

/** Ids of recordings, or all recordings of the session. */
export type Sources = readonly string[] | '*';

/** The regions by their names; of two with the same `zPos`, the later one is on top. */
export type VideoLayout = Readonly<Record<string, VideoRegion>>;

/** What is heard; `null`: a film without sound. */
export type AudioSources = Sources | null;
