import { describe, expect, it } from 'vitest';
import { videoEncodings, videoSize } from '../../../src/media/encodings.ts';
import { videoTrack } from '../../../src/testing/media/FakeTrack.ts';

const track = videoTrack();

describe('videoEncodings', () => {
  it('of a face are three layers, each half the size of the next and with more bits', () => {
    const layers = videoEncodings({ track });
    expect(layers.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)).toEqual([4, 2, 1]);
    const bitrates = layers.map(({ maxBitrate = 0 }) => maxBitrate);
    expect(bitrates).toEqual([...bitrates].sort((a, b) => a - b));
  });

  it.each([{ simulcast: false }, { content: 'detail' as const }])('of %o are one layer', (how) => {
    expect(videoEncodings({ track, ...how })).toHaveLength(1);
  });
});

it('videoSize leaves out what the track does not tell', () => {
  expect(videoSize(videoTrack(640, 480))).toEqual({ width: 640, height: 480 });
  expect(videoSize(videoTrack(undefined as never, 480))).toEqual({ width: 1280, height: 480 });
});
