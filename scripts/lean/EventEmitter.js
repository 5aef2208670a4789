/** What mediasoup-client and protoo-client use of Node's emitter, for browsers. */
export class EventEmitter {
  #listeners = new Map();

  #add(event, listener, first) {
    const others = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, first ? [listener, ...others] : [...others, listener]);
    return this;
  }

  #once(event, listener) {
    const once = (...args) => {
      this.off(event, once);
      listener.apply(this, args);
    };
    once.listener = listener;
    return once;
  }

  on(event, listener) {
    return this.#add(event, listener);
  }

  addListener(event, listener) {
    return this.#add(event, listener);
  }

  prependListener(event, listener) {
    return this.#add(event, listener, true);
  }

  once(event, listener) {
    return this.#add(event, this.#once(event, listener));
  }

  prependOnceListener(event, listener) {
    return this.#add(event, this.#once(event, listener), true);
  }

  off(event, listener) {
    const listeners = this.rawListeners(event);
    const index = listeners.findLastIndex((other) => other === listener || other.listener === listener);
    if (index >= 0) this.#listeners.set(event, listeners.toSpliced(index, 1));
    return this;
  }

  removeListener(event, listener) {
    return this.off(event, listener);
  }

  removeAllListeners(...events) {
    if (events.length === 0) this.#listeners.clear();
    for (const event of events) this.#listeners.delete(event);
    return this;
  }

  listenerCount(event) {
    return this.rawListeners(event).length;
  }

  listeners(event) {
    return this.rawListeners(event).map((listener) => listener.listener ?? listener);
  }

  rawListeners(event) {
    return [...(this.#listeners.get(event) ?? [])];
  }

  /** Lists are replaced and not changed, so that a listener that goes while it is told of something disturbs no other. */
  emit(event, ...args) {
    const listeners = this.#listeners.get(event) ?? [];
    for (const listener of listeners) listener.apply(this, args);
    return listeners.length > 0;
  }

  setMaxListeners() {
    return this;
  }
}
