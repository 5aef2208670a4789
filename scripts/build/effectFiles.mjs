// The files that effects load at run time, into dist/effects/files: a worker and an audio worklet, each in one file that
// needs no other, MediaPipe's engine, and the model. Whoever serves the application serves them.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describeModel } from './describeModel.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = path.join(root, 'dist/effects/files');
const { resolve } = createRequire(import.meta.url);

mkdirSync(files, { recursive: true });
copyFileSync(resolve('@mediapipe/tasks-vision/vision_wasm_module_internal.wasm'), path.join(files, 'segmenter.wasm'));
const model = resolve('@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite');
writeFileSync(path.join(files, 'segmenter.tflite'), describeModel(new Uint8Array(readFileSync(model))));

for (const [name, entry] of [
  ['backgroundWorker', 'src/effects/background/backgroundWorker.ts'],
  ['noiseWorklet', 'src/effects/noise/noiseWorklet.ts'],
]) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir: files,
      emptyOutDir: false,
      minify: true,
      lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
      // MediaPipe's way for Node is never gone.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}
