type Listener = () => void;

/**
 * Listeners by what they want to hear of. Telling them costs as much as there are listeners of that. Mostly there is one
 * for each key, and thousands of keys: a set of its own is made only for the second.
 */
export class KeyedListeners<Key extends string = string> {
  readonly #listeners = new Map<Key, Listener | Set<Listener>>();

  /** How many keys somebody listens to. */
  get size(): number {
    return this.#listeners.size;
  }

  /** The same function may listen once to a key. */
  add(key: Key, listener: Listener): () => void {
    const known = this.#listeners.get(key);
    if (known === undefined) this.#listeners.set(key, listener);
    else if (known instanceof Set) known.add(listener);
    else this.#listeners.set(key, new Set([known, listener]));
    return () => this.#remove(key, listener);
  }

  notify(key: Key): void {
    const known = this.#listeners.get(key);
    if (known === undefined) return;
    if (known instanceof Set) for (const listener of known) listener();
    else known();
  }

  #remove(key: Key, listener: Listener): void {
    const known = this.#listeners.get(key);
    if (known instanceof Set) {
      known.delete(listener);
      if (known.size === 0) this.#listeners.delete(key);
    } else if (known === listener) this.#listeners.delete(key);
  }
}
