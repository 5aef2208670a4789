/** Pictures in a second of every composition. */
export const FRAME_RATE = 30;

/** A stretch of a composition, in pictures: `from` belongs to it, `to` does not. */
export interface FrameSpan {
  readonly from: number;
  readonly to: number;
}

/** The picture nearest to a moment of the composition. */
export function toFrame(secs: number): number {
  return Math.round(secs * FRAME_RATE);
}
