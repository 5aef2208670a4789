/** Whether somebody is heard right now, for those who write it into the document themselves. */
export class Speech {
  readonly #read: () => boolean;
  readonly #listeners = new Set<() => void>();
  #last: boolean;

  constructor(read: () => boolean) {
    this.#read = read;
    this.#last = read();
  }

  get speaking(): boolean {
    return this.#read();
  }

  /** Something of the person has changed. */
  handleChange(): void {
    const now = this.#read();
    if (now === this.#last) return;
    this.#last = now;
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` whenever it changes. @returns Undoes it. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
