import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseSpatialLayer,
  chooseTemporalLayer,
  NO_LIMITS,
} from '../../../../../src/engine/managers/subscriptions/chooseLayers.ts';

const chooseLayer = (video: Parameters<typeof chooseSpatialLayer>[0], box?: { width: number; height: number }) =>
  chooseSpatialLayer(video, box && { ...box, devicePixelRatio: 1 });

/** The smallest layer that, enlarged to cover the box, is stretched by no more than 4/3; else the largest. */
function bySearch(
  video: { width: number; height: number; spatialLayers: number },
  box: { width: number; height: number },
) {
  for (let layer = 0; layer < video.spatialLayers; layer += 1) {
    const scale = 2 ** (layer - video.spatialLayers + 1);
    const stretch = Math.max(box.width / (video.width * scale), box.height / (video.height * scale));
    if (stretch <= 4 / 3) return layer;
  }
  return video.spatialLayers - 1;
}

const size = fc.record({ width: fc.integer({ min: 1, max: 8000 }), height: fc.integer({ min: 1, max: 8000 }) });

describe('chooseSpatialLayer', () => {
  it('finds what a search through all layers finds', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 4 }), size, (full, spatialLayers, box) => {
        expect(chooseLayer({ ...full, spatialLayers }, box)).toBe(bySearch({ ...full, spatialLayers }, box));
      }),
      { numRuns: 2000, examples: [[{ width: 1280, height: 720 }, 3, { width: 853, height: 480 }]] },
    );
  });

  it('always gives a layer that there is', () => {
    const anything = fc.record({
      width: fc.double({ min: 0, noNaN: true }),
      height: fc.double({ min: 0, noNaN: true }),
    });
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 1, max: 8 }),
        fc.option(anything, { nil: undefined }),
        (full, layers, box) => {
          const layer = chooseLayer({ ...full, spatialLayers: layers }, box);
          expect(Number.isInteger(layer) && layer >= 0 && layer < layers).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['a tile of 160×90', { width: 160, height: 90 }, 0],
    ['a tile of 320×180', { width: 320, height: 180 }, 0],
    ['a tile of 480×270', { width: 480, height: 270 }, 1],
    ['a tile of 853×480', { width: 853, height: 480 }, 1],
    ['a tile of 1280×720', { width: 1280, height: 720 }, 2],
    ['a wall', { width: 7680, height: 4320 }, 2],
    ['a narrow, high tile that the video covers', { width: 100, height: 720 }, 2],
    ['nothing', { width: 0, height: 0 }, 0],
    ['a size that nobody knows', undefined, 2],
  ])('of 1280×720 in three layers for %s: %o → %i', (_what, box, layer) => {
    expect(chooseLayer({ width: 1280, height: 720, spatialLayers: 3 }, box)).toBe(layer);
  });

  it('takes the largest when the publisher did not tell its size', () => {
    const video = { width: undefined, height: undefined, spatialLayers: 3 };
    expect(chooseLayer(video, { width: 10, height: 10 })).toBe(2);
  });
});

describe('a size near a border', () => {
  const video = { width: 1280, height: 720, spatialLayers: 3 };
  const box = (width: number) => ({ width, height: (width * 9) / 16, devicePixelRatio: 1 });
  /** Layer 1 is enough up to 1280 / 2 × 4/3 = 853 pixels. */
  const BORDER = 853;

  it('goes up at once, and down only when it is a tenth smaller', () => {
    expect(chooseSpatialLayer(video, box(BORDER + 1), 1)).toBe(2);
    expect(chooseSpatialLayer(video, box(BORDER - 1), 2)).toBe(2);
    expect(chooseSpatialLayer(video, box(BORDER / 1.1 - 1), 2)).toBe(1);
    expect(chooseSpatialLayer(video, box(10), 2)).toBe(0);
  });

  it('never flaps, whatever the sizes: what shakes by less than a tenth changes the layer at most once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 4000 }),
        fc.array(fc.double({ min: 0.955, max: 1.045, noNaN: true }), { minLength: 2, maxLength: 30 }),
        fc.option(fc.integer({ min: 0, max: 2 })),
        (width, shakes, start) => {
          let changes = 0;
          let current = start;
          for (const shake of shakes) {
            const next = chooseSpatialLayer(video, box(width * shake), current);
            if (current !== null && next !== current) changes += 1;
            current = next;
          }
          // The first may correct the layer that it started from.
          expect(changes).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is never larger than what the device can take, but for the smallest', () => {
    expect(chooseSpatialLayer(video, undefined, null, { maxHeight: 360 })).toBe(1);
    expect(chooseSpatialLayer(video, box(4000), 2, { maxHeight: 719 })).toBe(1);
    expect(chooseSpatialLayer(video, box(4000), null, { maxHeight: 90 })).toBe(0);
  });

  it('of a publisher who tells nonsense is the only layer', () => {
    expect(chooseSpatialLayer({ ...video, spatialLayers: 0 }, box(100))).toBe(0);
  });
});

describe('chooseTemporalLayer', () => {
  const box = (width: number, height: number) => ({ width, height, devicePixelRatio: 2 });

  it.each([
    ['a stage', box(1280, 720), 2],
    ['a tile', box(256, 144), 2],
    ['a thumbnail', box(200, 120), 1],
    ['a stamp', box(90, 50), 0],
    ['nothing', box(0, 0), 0],
    ['a size that nobody knows', undefined, 2],
  ])('of %s is %o → %i', (_what, size, layer) => {
    expect(chooseTemporalLayer(size)).toBe(layer);
  });

  it('goes up at once, and down only when it is a tenth smaller', () => {
    expect(chooseTemporalLayer(box(256, 144), 1)).toBe(2);
    expect(chooseTemporalLayer(box(256, 135), 2)).toBe(2);
    expect(chooseTemporalLayer(box(256, 130), 2)).toBe(1);
  });

  it('is no more than the device can take', () => {
    expect([30, 29, 15, 10, 1].map((maxFrameRate) => chooseTemporalLayer(undefined, null, { maxFrameRate }))).toEqual([
      2, 1, 1, 0, 0,
    ]);
    expect(chooseTemporalLayer(box(256, 144), 2, { maxFrameRate: 15 })).toBe(1);
    expect(chooseTemporalLayer(box(256, 144), 2, NO_LIMITS)).toBe(2);
  });
});
