import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLayer } from '../../../../../src/engine/managers/subscriptions/chooseLayer.ts';

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

describe('chooseLayer', () => {
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
