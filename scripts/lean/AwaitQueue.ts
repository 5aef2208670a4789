interface Entry {
  readonly task: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What mediasoup-client uses of awaitqueue: tasks, one after the other. */
export class AwaitQueue {
  readonly #entries = new Set<Entry>();

  /** Runs the task when those before it are done: at once if there are none. */
  push(task: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const entry = { task, resolve, reject };
      this.#entries.add(entry);
      if (this.#entries.size === 1) void this.#run(entry);
    });
  }

  /** Rejects all of them; what the running one does yet is of no interest. */
  stop(): void {
    for (const { reject } of this.#entries) reject(new Error('stopped'));
    this.#entries.clear();
  }

  async #run(entry: Entry): Promise<void> {
    let settle: () => void;
    try {
      const result = await entry.task();
      settle = () => entry.resolve(result);
    } catch (error) {
      settle = () => entry.reject(error);
    }
    if (!this.#entries.delete(entry)) return;
    settle();
    const [next] = this.#entries;
    if (next) void this.#run(next);
  }
}
