type Listener<Arguments extends unknown[]> = (...args: Arguments) => void;

/** Listeners by event name. A listener that throws does not keep the others from hearing. */
export class Emitter<Events extends { [Name in keyof Events]: unknown[] }> {
  readonly #listeners = new Map<keyof Events, Set<Listener<never>>>();
  readonly #onAny: (event: keyof Events, args: readonly unknown[]) => void;

  /** @param onAny - Hears everything, before anybody else. */
  constructor(onAny: (event: keyof Events, args: readonly unknown[]) => void = () => {}) {
    this.#onAny = onAny;
  }

  /** @returns Undoes it. */
  on<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => this.off(event, listener);
  }

  once<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): () => void {
    const undo = this.on(event, (...args) => {
      undo();
      listener(...args);
    });
    return undo;
  }

  off<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): void {
    this.#listeners.get(event)?.delete(listener);
  }

  emit<Name extends keyof Events>(event: Name, ...args: Events[Name]): void {
    this.#onAny(event, args);
    for (const listener of [...(this.#listeners.get(event) ?? [])]) {
      try {
        (listener as Listener<Events[Name]>)(...args);
      } catch (error) {
        // The application's fault, told as an uncaught error, and not in the way of our own work.
        reportError(error);
      }
    }
  }
}

function reportError(error: unknown): void {
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error);
  else
    queueMicrotask(() => {
      throw error;
    });
}
