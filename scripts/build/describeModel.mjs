// MediaPipe's tasks run a model only when it says itself how its input is to be normalised. The segmenter's model, which
// is older than that, does not: what is missing is added here.
//
// Schemas: https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/schema/schema.fbs (TFL3),
// https://github.com/tensorflow/tflite-support/blob/master/tensorflow_lite_support/metadata/metadata_schema.fbs (M001)

/** A flatbuffer that is written front to back: a table, then what it refers to. */
class FlatBuffer {
  #bytes = new DataView(new ArrayBuffer(64 * 1024));
  #end = 0;

  constructor(identifier) {
    this.#end = 8;
    for (let index = 0; index < 4; index += 1) this.#bytes.setUint8(4 + index, identifier.charCodeAt(index));
  }

  get bytes() {
    this.#align(16);
    return new Uint8Array(this.#bytes.buffer, 0, this.#end);
  }

  #align(to) {
    this.#end = Math.ceil(this.#end / to) * to;
  }

  #take(size, alignment = 4) {
    this.#align(alignment);
    const at = this.#end;
    this.#end += size;
    return at;
  }

  /** Fills a place that was left for an offset, which counts from that place. */
  refer(place, target) {
    this.#bytes.setUint32(place, target - place, true);
  }

  /** @param fields - By their numbers: a number is its value, a function writes what the field refers to. */
  table(fields) {
    const count = Math.max(...Object.keys(fields).map(Number)) + 1;
    const entries = Object.entries(fields);
    const vtable = this.#take(4 + 2 * count, 4);
    const table = this.#take(4 + 4 * entries.length);
    this.#bytes.setUint16(vtable, 4 + 2 * count, true);
    this.#bytes.setUint16(vtable + 2, 4 + 4 * entries.length, true);
    this.#bytes.setInt32(table, table - vtable, true);
    for (const [index, [field, value]] of entries.entries()) {
      const place = table + 4 + 4 * index;
      this.#bytes.setUint16(vtable + 4 + 2 * Number(field), place - table, true);
      if (typeof value === 'number') this.#bytes.setUint32(place, value, true);
      else this.later(place, value);
    }
    return table;
  }

  later(place, write) {
    this.refer(place, write(this, place));
  }

  /** A list of what is referred to. */
  list(writers) {
    const at = this.#take(4 + 4 * writers.length);
    this.#bytes.setUint32(at, writers.length, true);
    for (const [index, write] of writers.entries()) this.later(at + 4 + 4 * index, write);
    return at;
  }

  floats(values) {
    const at = this.#take(4 + 4 * values.length);
    this.#bytes.setUint32(at, values.length, true);
    for (const [index, value] of values.entries()) this.#bytes.setFloat32(at + 4 + 4 * index, value, true);
    return at;
  }

  /** Bytes behind their length; a string is one too, with a zero at its end. The bytes begin at a multiple of 16. */
  data(bytes) {
    this.#align(16);
    this.#end += 12;
    const at = this.#take(4 + bytes.length + 1);
    this.#bytes.setUint32(at, bytes.length, true);
    new Uint8Array(this.#bytes.buffer).set(bytes, at + 4);
    return at;
  }

  text(value) {
    return this.data(new TextEncoder().encode(value));
  }
}

/** How the input is normalised: from 0…255 to 0…1. */
function metadata() {
  const buffer = new FlatBuffer('M001');
  const normalisation = (to) => to.table({ 0: () => to.floats([0]), 1: () => to.floats([255]) });
  const unit = (to) => to.table({ 0: 1, 1: () => normalisation(to) });
  const input = (to) => to.table({ 0: () => to.text('image'), 4: () => to.list([unit]) });
  const output = (to) => to.table({ 0: () => to.text('person') });
  const subgraph = (to) => to.table({ 2: () => to.list([input]), 3: () => to.list([output]) });
  buffer.later(0, (to) => to.table({ 0: () => to.text('Selfie segmentation'), 3: () => to.list([subgraph]) }));
  return buffer.bytes;
}

/**
 * The same model with its description. Offsets in it are relative and lead forward, so that a new root in front of the
 * old content, which stays as it is, is all that is needed.
 *
 * @param model - A TensorFlow Lite model, as a Uint8Array.
 */
export function describeModel(model) {
  const old = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const root = old.getUint32(0, true);
  const vtable = root - old.getInt32(root, true);
  const placeOf = (field) => {
    const inVtable = 4 + 2 * field < old.getUint16(vtable, true) ? old.getUint16(vtable + 4 + 2 * field, true) : 0;
    return inVtable === 0 ? null : root + inVtable;
  };
  const targetOf = (place) => place + old.getUint32(place, true);
  const [version, operators, subgraphs, description, buffers] = [0, 1, 2, 3, 4].map(placeOf);
  const oldBuffers = targetOf(buffers);
  const count = old.getUint32(oldBuffers, true);

  // Where the old content begins is known only when the new root is written: so it is written twice.
  const write = (start) => {
    const kept = (place) => () => start + targetOf(place);
    const buffer = new FlatBuffer('TFL3');
    const allBuffers = Array.from({ length: count }, (_, index) => kept(oldBuffers + 4 + 4 * index));
    const entry = (to) => to.table({ 0: () => to.text('TFLITE_METADATA'), 1: count });
    const content = (to) => to.table({ 0: () => to.data(metadata()) });
    buffer.later(0, (to) =>
      to.table({
        0: old.getUint32(version, true),
        1: kept(operators),
        2: kept(subgraphs),
        ...(description !== null && { 3: kept(description) }),
        4: () => to.list([...allBuffers, content]),
        6: () => to.list([entry]),
      }),
    );
    return buffer.bytes;
  };
  const head = write(write(0).length);
  const described = new Uint8Array(head.length + model.length);
  described.set(head);
  described.set(model, head.length);
  return described;
}
