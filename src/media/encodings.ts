import type { types } from 'mediasoup-client';

/** A track to publish, and how. */
export interface VideoSource {
  readonly track: MediaStreamTrack;
  /** False: one layer only. @default true, except for screens */
  readonly simulcast?: boolean;
  /** What the viewer needs: motion (faces) or detail (screens). @default 'motion' */
  readonly content?: 'motion' | 'detail';
}

/** Bits per second for the largest of three layers at 1280×720, and for the smaller ones. */
const LAYER_BITRATES = [150_000, 500_000, 1_500_000] as const;
const SCREEN_BITRATE = 2_500_000;

/** Number of layers that {@link videoEncodings} makes for a track. */
function spatialLayersOf({ simulcast, content }: VideoSource): number {
  return simulcast === false || content === 'detail' ? 1 : LAYER_BITRATES.length;
}

/**
 * How a video is encoded: a face in three layers, each half the size of the next, so that the SFU has
 * one for every tile size; a screen in one, as sharp as it gets.
 */
export function videoEncodings(source: VideoSource): types.RtpEncodingParameters[] {
  const layers = spatialLayersOf(source);
  if (layers === 1) return [{ maxBitrate: source.content === 'detail' ? SCREEN_BITRATE : LAYER_BITRATES[2] }];
  return LAYER_BITRATES.map((maxBitrate, layer) => ({
    scaleResolutionDownBy: 2 ** (layers - 1 - layer),
    maxBitrate,
    scalabilityMode: 'L1T3',
  }));
}

/** The size that a video track has now, in pixels. */
export function videoSize(track: MediaStreamTrack): { width?: number; height?: number } {
  const { width, height } = track.getSettings();
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}
