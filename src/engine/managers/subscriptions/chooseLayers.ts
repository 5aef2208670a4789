/** What is known of a simulcast video: the size of its largest layer, and how many there are. */
export interface LayeredVideo {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly spatialLayers: number;
}

/** The part of a page that a video covers. */
export interface Box {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly devicePixelRatio: number;
}

/** What the device or the user's settings allow at most; null: no limit. */
export interface VideoLimits {
  /** Of a picture, in pixels; the smallest layer is always allowed. */
  readonly maxHeight: number | null;
  /** Frames a second. */
  readonly maxFrameRate: number | null;
  /** Videos received at a time; those with the highest priority are. */
  readonly maxVideos: number | null;
}

export const NO_LIMITS: VideoLimits = { maxHeight: null, maxFrameRate: null, maxVideos: null };

/** How far a layer may be enlarged on screen before the next one is taken; 4/3 is hardly seen in motion. */
const ENLARGEMENT = 4 / 3;
/** A box must be this much smaller than what a layer is needed for until the layer is given up: a size at the border must not flap. */
const SLACK = 1.1;

/** Frame rates of the temporal layers of a camera of 30 frames a second, encoded as L1T3 (https://www.w3.org/TR/webrtc-svc/#L1T3*). */
const FRAME_RATES = [7.5, 15, 30] as const;
/** The shorter side, in CSS pixels, from which on a temporal layer is worth its frames: a stamp shows a presence, not a movement. */
const SHORTER_SIDES = [0, 72, 144] as const;
const ALL_FRAMES = FRAME_RATES.length - 1;

/**
 * The smallest spatial layer that is enough for a box that the video covers.
 *
 * Layer `s` of `n` has `2^(s - n + 1)` of the full size, so with the box in device pixels and
 * `needed = max(box.width / width, box.height / height) / (4/3)` it is the smallest `s` with
 * `2^(s - n + 1) ≥ needed`. From a layer that flows it goes down only where `1.1 × needed` allows it too.
 *
 * @param box - Undefined when no size is known: the largest layer.
 * @param current - The layer that flows; null when none does.
 */
export function chooseSpatialLayer(
  video: LayeredVideo,
  box: Box | undefined,
  current: number | null = null,
  { maxHeight }: Pick<VideoLimits, 'maxHeight'> = NO_LIMITS,
): number {
  const largest = Math.max(0, video.spatialLayers - 1);
  const { width, height } = video;
  if (!width || !height) return largest;
  const atMost = maxHeight === null ? largest : Math.max(0, Math.floor(largest + Math.log2(maxHeight / height)));
  if (!box) return Math.min(largest, atMost);
  const ratio = box.devicePixelRatio / ENLARGEMENT;
  const needed = Math.max(box.width / width, box.height / height) * ratio;
  const layerFor = (scale: number) =>
    scale <= 0 ? 0 : Math.min(largest, atMost, Math.max(0, Math.ceil(largest + Math.log2(scale))));
  const enough = layerFor(needed);
  return current === null || enough >= current ? enough : Math.min(current, layerFor(needed * SLACK));
}

/**
 * How many of a video's frames a box is worth: all 30 a second from 144 CSS pixels of its shorter side on, 15 from 72,
 * else 7.5. From a layer that flows it goes down only for a side that is a tenth shorter.
 */
export function chooseTemporalLayer(
  box: Box | undefined,
  current: number | null = null,
  { maxFrameRate }: Pick<VideoLimits, 'maxFrameRate'> = NO_LIMITS,
): number {
  const atMost =
    maxFrameRate === null
      ? ALL_FRAMES
      : Math.max(
          0,
          FRAME_RATES.findLastIndex((rate) => rate <= maxFrameRate),
        );
  if (!box) return atMost;
  const layerFor = (side: number) =>
    Math.min(
      atMost,
      SHORTER_SIDES.findLastIndex((least) => side >= least),
    );
  const side = Math.max(0, Math.min(box.width, box.height));
  const enough = layerFor(side);
  return current === null || enough >= current ? enough : Math.min(current, layerFor(side * SLACK));
}
