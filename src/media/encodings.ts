import type { types } from 'mediasoup-client';

/** A track to publish, and how. */
export interface VideoSource {
  readonly track: MediaStreamTrack;
  /** False: one layer only. @default true, except for screens */
  readonly simulcast?: boolean;
  /** What the viewer needs: motion (faces) or detail (screens). @default 'motion' */
  readonly content?: 'motion' | 'detail';
}

/**
 * From which size on a camera is worth how many layers, and what a layer of up to that size gets, in pixels and bits per
 * second. The numbers of layers are those of libwebrtc, which never encodes one below 320×180; the bitrates are its
 * target ones up to 480×270, above that less, since a face moves little: what libwebrtc spends on 1280×720 (2.5 Mbit/s)
 * is hardly seen on top of 1.5 (https://webrtc.googlesource.com/src/+/refs/heads/main/video/config/simulcast.cc).
 */
const CAMERA_SIZES = [
  { pixels: 320 * 180, layers: 1, maxBitrate: 150_000 },
  { pixels: 480 * 270, layers: 2, maxBitrate: 350_000 },
  { pixels: 640 * 360, layers: 2, maxBitrate: 500_000 },
  { pixels: 960 * 540, layers: 3, maxBitrate: 1_000_000 },
  { pixels: 1280 * 720, layers: 3, maxBitrate: 1_500_000 },
  { pixels: 1920 * 1080, layers: 3, maxBitrate: 3_000_000 },
] as const;
/** Where a track does not tell its size. */
const USUAL_CAMERA = { width: 1280, height: 720 };
const LARGEST = CAMERA_SIZES[5];

/**
 * Text at 1920×1080 that scrolls: what Chromium's own screen sharing gets at most
 * (`kScreenshareHighStreamMaxBitrate` of libwebrtc is 1.2 Mbit/s at 5 frames a second; ours has up to 30).
 */
const SCREEN_BITRATE = 2_500_000;
/** Half of the frames may be left out for a small tile, and half of those again (https://www.w3.org/TR/webrtc-svc/#L1T3*). */
const TEMPORAL_LAYERS = 3;
/** Where a track does not tell how many frames a second it has. */
const USUAL_FRAME_RATE = 30;

/**
 * How a video is encoded. A face in up to three layers, each half the size of the next, so that the SFU has one for
 * every tile; no layer is smaller than anybody would look at: 640×360 is encoded in two, 320×180 in one. A screen is
 * encoded in one, as sharp as it gets.
 */
export function videoEncodings(source: VideoSource): types.RtpEncodingParameters[] {
  if (source.content === 'detail') return [{ maxBitrate: SCREEN_BITRATE }];
  const { width = USUAL_CAMERA.width, height = USUAL_CAMERA.height } = videoSize(source.track);
  if (source.simulcast === false) return [{ maxBitrate: sizeOf(width * height).maxBitrate }];
  const { layers } = sizeAtLeast(width * height);
  return Array.from({ length: layers }, (_, layer) => {
    const scaleResolutionDownBy = 2 ** (layers - 1 - layer);
    const { maxBitrate } = sizeOf((width * height) / scaleResolutionDownBy ** 2);
    return { scaleResolutionDownBy, maxBitrate, ...temporalLayers() };
  });
}

/**
 * In how many temporal layers a picture is encoded, and in how many frames a second, when nobody watches more than one of
 * them: without those above it the same frames are left. Layer `t` of `n` has `frameRate / 2^(n - 1 - t)` of them.
 *
 * @param highest - The highest layer that is watched. @default all of them
 * @param frameRate - What the track has, in frames a second. @default 30
 */
export function temporalLayers(
  highest = TEMPORAL_LAYERS - 1,
  frameRate = USUAL_FRAME_RATE,
): { scalabilityMode: string; maxFramerate?: number } {
  const halvings = TEMPORAL_LAYERS - 1 - highest;
  const scalabilityMode = `L1T${Math.min(highest + 1, TEMPORAL_LAYERS)}`;
  return halvings > 0 ? { scalabilityMode, maxFramerate: frameRate / 2 ** halvings } : { scalabilityMode };
}

/** The smallest size that is not smaller. */
function sizeOf(pixels: number) {
  return CAMERA_SIZES.find((size) => pixels <= size.pixels) ?? LARGEST;
}

/** The largest size that is not larger; the smallest for what is smaller still. */
function sizeAtLeast(pixels: number) {
  return CAMERA_SIZES.findLast((size) => pixels >= size.pixels) ?? CAMERA_SIZES[0];
}

/**
 * The track, with a word to the browser about what is in it (https://www.w3.org/TR/mst-content-hint/), unless the
 * application has said it: of a face it drops details when there is too little of anything, of a screen frames.
 */
export function hintedTrack({ track, content = 'motion' }: VideoSource): MediaStreamTrack {
  if (track.contentHint === '') track.contentHint = content;
  return track;
}

/** What to keep of a track when there is too little bandwidth or processor for all of it. */
export function degradationPreferenceOf({ contentHint }: MediaStreamTrack): RTCDegradationPreference {
  return contentHint === 'detail' || contentHint === 'text' ? 'maintain-resolution' : 'maintain-framerate';
}

/** The size that a video track has now, in pixels. */
export function videoSize(track: MediaStreamTrack): { width?: number; height?: number } {
  const { width, height } = track.getSettings();
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}
