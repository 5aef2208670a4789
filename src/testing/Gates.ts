/** Somebody who waits at a gate. */
export interface Held {
  /** Done when somebody has arrived. */
  readonly arrived: Promise<void>;
  release(): void;
  refuse(error: Error): void;
}

/** Steps that happen at once, unless a test has put a gate before the next one: to hold it up or to make it fail. */
export class Gates<Step extends string> {
  readonly #gates = new Map<Step, (() => Promise<void>)[]>();

  /** The next time somebody takes the step, it fails. */
  refuse(step: Step, error: Error): void {
    this.#add(step, () => Promise.reject(error));
  }

  /** The next time somebody takes the step, it waits. */
  hold(step: Step): Held {
    const arrived = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    gate.promise.catch(() => {});
    this.#add(step, () => {
      arrived.resolve();
      return gate.promise;
    });
    return { arrived: arrived.promise, release: gate.resolve, refuse: gate.reject };
  }

  /** Takes a step. @throws What a test refuses it with. */
  async pass(step: Step): Promise<void> {
    await this.#gates.get(step)?.shift()?.();
  }

  #add(step: Step, gate: () => Promise<void>): void {
    this.#gates.set(step, [...(this.#gates.get(step) ?? []), gate]);
  }
}
