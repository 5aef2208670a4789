import type { Topic } from '../engine/Topic.ts';

/** Listeners by topic. Telling them costs as much as there are listeners of the changed topics. */
export class TopicListeners {
  readonly #listeners = new Map<Topic, Set<() => void>>();

  add(topic: Topic, listener: () => void): () => void {
    let listeners = this.#listeners.get(topic);
    if (!listeners) {
      listeners = new Set();
      this.#listeners.set(topic, listeners);
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
    };
  }

  notify(topics: Iterable<Topic>): void {
    for (const topic of topics) {
      for (const listener of this.#listeners.get(topic) ?? []) listener();
    }
  }
}
