// The audio worklet that suppresses noise. It is built into one file, effects/files/noiseWorklet.js.
import { Rnnoise } from '@shiguredo/rnnoise-wasm';
import { FrameQueue } from './FrameQueue.ts';

/** RNNoise reckons in samples of 16 bits. */
const SCALE = 32_768;
/** How many frames a told cost is of: a second of sound. */
const FRAMES = 100;

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

// RNNoise's loader asks for one to know that it is in a browser; a worklet is in one and has none.
Object.assign(globalThis, { window: globalThis });
const now = () => globalThis.performance?.now() ?? Date.now();

class NoiseSuppressor extends AudioWorkletProcessor {
  #queue: FrameQueue | null = null;
  #count = 0;
  #spent = 0;

  constructor() {
    super();
    Rnnoise.load().then(
      (rnnoise) => {
        const state = rnnoise.createDenoiseState();
        this.#queue = new FrameQueue(rnnoise.frameSize, (frame) => this.#measure(() => denoise(state, frame)));
        this.port.postMessage({ type: 'ready' });
      },
      (error: unknown) => this.port.postMessage({ type: 'failed', message: `${error}` }),
    );
  }

  process([input]: Float32Array[][], [output]: Float32Array[][]): boolean {
    const [from, to] = [input?.[0], output?.[0]];
    if (from && to) {
      if (this.#queue) this.#queue.exchange(from, to);
      else to.set(from);
    }
    return true;
  }

  #measure(run: () => void): void {
    const began = now();
    run();
    this.#spent += now() - began;
    this.#count += 1;
    if (this.#count < FRAMES) return;
    this.port.postMessage({ type: 'cost', msPerFrame: this.#spent / this.#count });
    this.#count = 0;
    this.#spent = 0;
  }
}

function denoise(state: { processFrame(frame: Float32Array): number }, frame: Float32Array): void {
  for (let index = 0; index < frame.length; index += 1) frame[index] = (frame[index] as number) * SCALE;
  state.processFrame(frame);
  for (let index = 0; index < frame.length; index += 1) frame[index] = (frame[index] as number) / SCALE;
}

registerProcessor('parlour-noise-suppressor', NoiseSuppressor);
