/**
 * Where the files are that effects load. They come with the package, and bundlers that understand
 * `new URL('…', import.meta.url)` (Vite, webpack, Turbopack) serve them by themselves. Elsewhere, copy
 * `node_modules/parlour/dist/effects/files` to where your application is served from, and name them.
 */
export interface EffectFiles {
  /** Cuts people out, in a worker. */
  readonly backgroundWorker: string | URL;
  /** MediaPipe's engine, 13 MB (3 MB compressed). */
  readonly segmenterEngine: string | URL;
  /** The model that tells people from what is behind them. */
  readonly segmenterModel: string | URL;
  /** RNNoise with its model, in an audio worklet. */
  readonly noiseWorklet: string | URL;
}

/** The files of the package. */
const packagedFiles: { readonly [File in keyof EffectFiles]: () => URL } = {
  backgroundWorker: () => new URL('./files/backgroundWorker.js', import.meta.url),
  segmenterEngine: () => new URL('./files/segmenter.wasm', import.meta.url),
  segmenterModel: () => new URL('./files/segmenter.tflite', import.meta.url),
  noiseWorklet: () => new URL('./files/noiseWorklet.js', import.meta.url),
};

/** The address of a file, in full: a worker has another base than the page. */
export function addressOf(file: keyof EffectFiles, own: Partial<EffectFiles> = {}): string {
  const address = own[file];
  return address === undefined ? packagedFiles[file]().href : new URL(address, document.baseURI).href;
}
