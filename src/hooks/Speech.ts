type Listener = () => void;

/** Whether somebody is heard right now, for those who write it into the document themselves. */
export class Speech {
  readonly #read: () => boolean;
  /** Two mostly, for each of a thousand tiles: a `Set` would take four times as much. */
  #listeners: readonly Listener[] = [];
  #last: boolean;
  #renderers = 0;

  constructor(read: () => boolean) {
    this.#read = read;
    this.#last = read();
  }

  get speaking(): boolean {
    return this.#read();
  }

  /** Somebody has to be rendered when it changes. */
  get isRendered(): boolean {
    return this.#renderers > 0;
  }

  /** Something of the person has changed. */
  handleChange(): void {
    const now = this.#read();
    if (now === this.#last) return;
    this.#last = now;
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` whenever it changes. @returns Undoes it. */
  watch(listener: Listener): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    };
  }

  /** Has the tile rendered when it changes. @returns Undoes it. */
  render(): () => void {
    this.#renderers += 1;
    return () => {
      this.#renderers -= 1;
    };
  }
}
