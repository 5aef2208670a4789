/** A timer later than this was late because everything was. */
const LATE_MS = 500;

/** Tells when nothing is heard of somebody for a while, and when something is again. */
export class SilenceWatch {
  readonly #silenceMs: number;
  readonly #onChange: (silent: boolean) => void;
  readonly #timer: NodeJS.Timeout;
  #since = performance.now();
  #silent = false;

  constructor(silenceMs: number, onChange: (silent: boolean) => void) {
    this.#silenceMs = silenceMs;
    this.#onChange = onChange;
    this.#timer = setTimeout(() => this.#timeUp(), silenceMs).unref();
  }

  heard(): void {
    this.#set(false);
    this.#wait();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#since = performance.now();
    this.#timer.refresh();
  }

  #timeUp(): void {
    // A server that was busy itself has not listened: what was said may still be waiting.
    if (performance.now() - this.#since > this.#silenceMs + LATE_MS) this.#wait();
    else this.#set(true);
  }

  #set(silent: boolean): void {
    if (silent === this.#silent) return;
    this.#silent = silent;
    this.#onChange(silent);
  }
}
