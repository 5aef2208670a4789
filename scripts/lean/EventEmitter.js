/** What mediasoup-client and protoo-client use of Node's emitter, for browsers. */
export class EventEmitter {
  #listeners = new Map();

  #of(event) {
    return this.#listeners.get(event) ?? [];
  }

  on(event, listener) {
    this.#listeners.set(event, [...this.#of(event), listener]);
    return this;
  }

  once(event, listener) {
    const once = (...args) => {
      this.off(event, once);
      listener.apply(this, args);
    };
    once.listener = listener;
    return this.on(event, once);
  }

  off(event, listener) {
    const listeners = this.#of(event);
    const index = listeners.findLastIndex((other) => other === listener || other.listener === listener);
    if (index >= 0) this.#listeners.set(event, listeners.toSpliced(index, 1));
    return this;
  }

  removeAllListeners(...events) {
    if (events.length === 0) this.#listeners.clear();
    for (const event of events) this.#listeners.delete(event);
    return this;
  }

  listenerCount(event) {
    return this.#of(event).length;
  }

  /** Lists are replaced and not changed, so that a listener that goes while it is told of something disturbs no other. */
  emit(event, ...args) {
    const listeners = this.#of(event);
    for (const listener of listeners) listener.apply(this, args);
    return listeners.length > 0;
  }

  setMaxListeners() {
    return this;
  }
}
