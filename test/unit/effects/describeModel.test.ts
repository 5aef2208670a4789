import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { describeModel } from '../../../scripts/build/describeModel.mjs';

const model = new Uint8Array(
  readFileSync(
    createRequire(import.meta.url).resolve('@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite'),
  ),
);

/** The place of a field of the root of a flatbuffer. */
function fieldOf(view: DataView, field: number): number {
  const root = view.getUint32(0, true);
  const vtable = root - view.getInt32(root, true);
  return root + view.getUint16(vtable + 4 + 2 * field, true);
}

it('the model is the same one behind its description', () => {
  const described: Uint8Array = describeModel(model);
  expect(described.length).toBeGreaterThan(model.length);
  expect((described.length - model.length) % 16).toBe(0);
  expect(Buffer.from(described.subarray(-model.length)).equals(model)).toBe(true);
  const text = Buffer.from(described).toString('latin1');
  expect(text.slice(4, 8)).toBe('TFL3');
  expect(text).toContain('TFLITE_METADATA');
  expect(text).toContain('M001');

  const start = described.length - model.length;
  const [before, after] = [model, described].map((bytes) => new DataView(bytes.buffer, bytes.byteOffset));
  if (!before || !after) throw new Error('There is no model.');
  const subgraphs = (view: DataView) => fieldOf(view, 2) + view.getUint32(fieldOf(view, 2), true);
  expect(subgraphs(after)).toBe(subgraphs(before) + start);
});
