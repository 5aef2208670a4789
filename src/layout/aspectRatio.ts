/** Width divided by height: a fixed one, or from the most upright to the widest that will do. */
export type AspectRatio = number | { readonly min: number; readonly max: number };

/** A phone held upright. */
const UPRIGHT = 9 / 16;
/** The same, as long as they are now: for who has all of it. */
const WHOLE_PHONE = 9 / 20;
/** The usual camera, and the widest that a face looks well in. */
const WIDE = 16 / 9;
/** As upright as a tile gets in a wide box: the crop costs a camera's picture a quarter of its width at most. */
const WIDE_BOX_MIN = 4 / 3;

/**
 * What tiles may look like when nobody said: as upright as the box they lie in, from a phone's 9:16 to
 * 4:3, and up to 16:9 wide; one alone fills a longer phone, too. It changes steadily with the box, so that no resize
 * makes the grid jump.
 */
export function defaultAspectRatio(width: number, height: number, count = 2): { min: number; max: number } {
  const upright = count === 1 ? WHOLE_PHONE : UPRIGHT;
  return { min: Math.min(WIDE_BOX_MIN, Math.max(upright, width / height)), max: WIDE };
}

/** Any aspect ratio as a range. */
export function toRange(aspectRatio: AspectRatio): { readonly min: number; readonly max: number } {
  return typeof aspectRatio === 'number' ? { min: aspectRatio, max: aspectRatio } : aspectRatio;
}
