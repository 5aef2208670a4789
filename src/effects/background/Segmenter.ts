import { ImageSegmenter } from '@mediapipe/tasks-vision';
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';

/** What the model works with, in pixels. */
const WIDTH = 256;
const HEIGHT = 144;
/** Confidence from which a pixel is begun to be, and is, the person. */
const MAYBE = 0.3;
const SURELY = 0.7;
/** How much of the mask before stays, so that edges do not flicker. */
const INERTIA = 0.35;

/** Tells the person from what is behind. */
export class Segmenter {
  readonly #segmenter: ImageSegmenter;
  readonly #input = contextOf(new OffscreenCanvas(WIDTH, HEIGHT));
  readonly #mask = contextOf(new OffscreenCanvas(WIDTH, HEIGHT));
  readonly #pixels = new ImageData(WIDTH, HEIGHT);
  #time = 0;

  private constructor(segmenter: ImageSegmenter) {
    this.#segmenter = segmenter;
  }

  /** @param engine - Address of MediaPipe's WebAssembly. @param model - Address of the model. */
  static async load(engine: string, model: string): Promise<Segmenter> {
    // MediaPipe would load it as a script of its own, which a worker of modules cannot.
    Object.assign(globalThis, { ModuleFactory });
    const segmenter = await ImageSegmenter.createFromOptions(
      { wasmLoaderPath: '', wasmBinaryPath: engine },
      {
        // The processor: faster here than a graphics unit that has to hand each mask back.
        baseOptions: { modelAssetPath: model, delegate: 'CPU' },
        runningMode: 'VIDEO',
        outputConfidenceMasks: true,
        outputCategoryMask: false,
      },
    );
    return new Segmenter(segmenter);
  }

  /** @returns A canvas that is opaque where the person is. It is the same one each time. */
  maskOf(picture: CanvasImageSource): OffscreenCanvas {
    this.#input.drawImage(picture, 0, 0, WIDTH, HEIGHT);
    // Any clock that goes on will do.
    this.#time += 33;
    this.#segmenter.segmentForVideo(this.#input.canvas, this.#time, ({ confidenceMasks }) => {
      const confidence = confidenceMasks?.[0]?.getAsFloat32Array() ?? [];
      const { data } = this.#pixels;
      for (let index = 0; index < confidence.length; index += 1) {
        const now = 255 * Math.min(1, Math.max(0, ((confidence[index] as number) - MAYBE) / (SURELY - MAYBE)));
        const alpha = 4 * index + 3;
        data[alpha] = now + INERTIA * ((data[alpha] as number) - now);
      }
    });
    this.#mask.putImageData(this.#pixels, 0, 0);
    return this.#mask.canvas;
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws on no canvas in a worker.');
  return context;
}
