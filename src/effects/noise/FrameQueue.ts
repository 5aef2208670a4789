/** Sound comes in blocks of one size and is processed in frames of another one. What comes out is one frame late. */
export class FrameQueue {
  readonly #size: number;
  readonly #process: (frame: Float32Array) => void;
  #filling: Float32Array;
  #filled = 0;
  #ready: Float32Array[] = [];
  #taken = 0;

  /** @param process - Changes a frame of `size` samples in its place. */
  constructor(size: number, process: (frame: Float32Array) => void) {
    this.#size = size;
    this.#process = process;
    this.#filling = new Float32Array(size);
    // Silence, so that there is always as much as is asked for.
    this.#ready.push(new Float32Array(size));
  }

  /** Takes a block and gives one of the same length. */
  exchange(input: Float32Array, output: Float32Array): void {
    for (let index = 0; index < input.length; index += 1) {
      this.#filling[this.#filled] = input[index] as number;
      this.#filled += 1;
      if (this.#filled === this.#size) this.#finish();
    }
    for (let index = 0; index < output.length; index += 1) {
      output[index] = this.#ready[0]?.[this.#taken] ?? 0;
      this.#taken += 1;
      if (this.#taken === this.#size) {
        this.#ready.shift();
        this.#taken = 0;
      }
    }
  }

  #finish(): void {
    this.#process(this.#filling);
    this.#ready.push(this.#filling);
    this.#filling = new Float32Array(this.#size);
    this.#filled = 0;
  }
}
