/** Tells when nothing is heard of somebody for a while, and when something is again. */
export class SilenceWatch {
  readonly #onChange: (silent: boolean) => void;
  readonly #timer: NodeJS.Timeout;
  #silent = false;

  constructor(silenceMs: number, onChange: (silent: boolean) => void) {
    this.#onChange = onChange;
    this.#timer = setTimeout(() => this.#set(true), silenceMs).unref();
  }

  heard(): void {
    this.#set(false);
    this.#timer.refresh();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #set(silent: boolean): void {
    if (silent === this.#silent) return;
    this.#silent = silent;
    this.#onChange(silent);
  }
}
