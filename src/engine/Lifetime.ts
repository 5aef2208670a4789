/**
 * Collects what has to be undone when something ends. Ending it twice does no harm; what is added
 * after the end is undone at once.
 */
export class Lifetime {
  readonly #abort = new AbortController();
  readonly #undo: (() => void)[] = [];

  /** Aborts when this ends, with the reason given to `end`. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get ended(): boolean {
    return this.#abort.signal.aborted;
  }

  add(undo: () => void): void {
    if (this.ended) undo();
    else this.#undo.push(undo);
  }

  /** Undoes everything, the last first. */
  end(reason?: unknown): void {
    if (this.ended) return;
    this.#abort.abort(reason);
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}
