import { describe, expect, it } from 'vitest';
import { degradationPreferenceOf, hintedTrack, videoEncodings, videoSize } from '../../../src/media/encodings.ts';
import { FakeTrack, videoTrack } from '../../../src/testing/media/FakeTrack.ts';

const track = videoTrack();

describe('videoEncodings', () => {
  it.each([
    [1920, 1080, [4, 2, 1]],
    [1280, 720, [4, 2, 1]],
    [960, 540, [4, 2, 1]],
    [640, 480, [2, 1]],
    [640, 360, [2, 1]],
    [480, 270, [2, 1]],
    [320, 240, [1]],
    [320, 180, [1]],
    [160, 90, [1]],
  ])('of a camera of %o×%o are layers that somebody would look at', (width, height, scales) => {
    const layers = videoEncodings({ track: videoTrack(width, height) });
    expect(layers.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)).toEqual(scales);
    expect(layers.every(({ scalabilityMode }) => scalabilityMode === 'L1T3')).toBe(true);
  });

  it('of a camera that does not tell its size are as many as there may be', () => {
    const layers = videoEncodings({ track: new FakeTrack('video') as unknown as MediaStreamTrack });
    expect(layers).toHaveLength(3);
  });

  it('get more bits the larger they are, whatever the camera', () => {
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [1080, 1920],
      [640, 360],
    ] as const) {
      const bitrates = videoEncodings({ track: videoTrack(width, height) }).map(({ maxBitrate = 0 }) => maxBitrate);
      expect(bitrates).toEqual([...new Set(bitrates)].sort((a, b) => a - b));
    }
    expect(videoEncodings({ track }).map(({ maxBitrate }) => maxBitrate)).toEqual([150_000, 500_000, 1_500_000]);
  });

  it.each([{ simulcast: false }, { content: 'detail' as const }])('of %o are one layer', (how) => {
    expect(videoEncodings({ track, ...how })).toHaveLength(1);
  });
});

describe('what is in a video', () => {
  it.each([
    ['a face', {}, 'motion', 'maintain-framerate'],
    ['a screen', { content: 'detail' as const }, 'detail', 'maintain-resolution'],
  ])('of %s is told to the browser', (_what, how, hint, preference) => {
    const hinted = hintedTrack({ track: videoTrack(), ...how });
    expect(hinted.contentHint).toBe(hint);
    expect(degradationPreferenceOf(hinted)).toBe(preference);
  });

  it('is what the application has said', () => {
    const text = Object.assign(videoTrack(), { contentHint: 'text' });
    expect(hintedTrack({ track: text, content: 'motion' }).contentHint).toBe('text');
    expect(degradationPreferenceOf(text)).toBe('maintain-resolution');
  });
});

it('videoSize leaves out what the track does not tell', () => {
  expect(videoSize(videoTrack(640, 480))).toEqual({ width: 640, height: 480 });
  expect(videoSize(videoTrack(undefined as never, 480))).toEqual({ width: 1280, height: 480 });
});
