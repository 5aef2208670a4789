/** What is known of a simulcast video: the size of its largest layer, and how many there are. */
export interface LayeredVideo {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly spatialLayers: number;
}

/** How far a layer may be enlarged on screen before the next one is taken; 4/3 is hardly seen in motion. */
const ENLARGEMENT = 4 / 3;

/**
 * The smallest layer that is enough for a box, in device pixels, that the video covers.
 *
 * Layer `s` of `n` has `2^(s - n + 1)` of the full size, so with
 * `needed = max(box.width / width, box.height / height) / (4/3)` it is the smallest `s` with
 * `2^(s - n + 1) ≥ needed`.
 *
 * @param box - Undefined when no size is known: the largest layer.
 */
export function chooseLayer(video: LayeredVideo, box: { width: number; height: number } | undefined): number {
  const largest = video.spatialLayers - 1;
  if (!box || !video.width || !video.height) return largest;
  const needed = Math.max(box.width / video.width, box.height / video.height) / ENLARGEMENT;
  if (needed <= 0) return 0;
  return Math.min(largest, Math.max(0, Math.ceil(largest + Math.log2(needed))));
}
