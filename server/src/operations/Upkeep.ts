import type { FastifyBaseLogger } from 'fastify';

/** What a server does again and again besides its work: none of it twice at a time, and no failure ends it. */
export class Upkeep {
  readonly #log: Pick<FastifyBaseLogger, 'error'>;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #closed = false;

  constructor(log: Pick<FastifyBaseLogger, 'error'>) {
    this.#log = log;
  }

  /**
   * Does a task from now on, that long after it was done last.
   *
   * @param name stands in the log when it fails.
   */
  every(name: string, intervalMs: number, task: () => Promise<void>): void {
    if (this.#closed) return;
    const timer = setTimeout(async () => {
      const done = this.#run(name, task);
      this.#running.add(done);
      await done;
      this.#running.delete(done);
      this.every(name, intervalMs, task);
    }, intervalMs);
    this.#timers.set(name, timer.unref());
  }

  /** Begins nothing any more, and waits for what is being done. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all(this.#running);
  }

  async #run(name: string, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (err) {
      this.#log.error({ err, task: name }, 'A task of the upkeep failed; it is tried again.');
    }
  }
}
