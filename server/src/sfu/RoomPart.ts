import { RoomRouter } from './RoomRouter.ts';
import type { RoomVoices } from './RoomVoices.ts';
import type { PooledWorker } from './WorkerPool.ts';

/** The people of a room who are on one worker, and their router, from the moment it was asked for until they are gone. */
export class RoomPart {
  readonly router: Promise<RoomRouter>;
  /** Null until there is one. */
  worker: PooledWorker | null = null;
  readonly #people = new Set<() => void>();
  readonly #onOver: () => void;
  #over = false;

  /** @param onOver called when nobody is left, or the worker has died: nobody else may come. */
  constructor(worker: PooledWorker | Promise<PooledWorker>, voices: RoomVoices, onOver: () => void) {
    this.#onOver = onOver;
    // At once where it is known: who comes next must see it.
    if (!(worker instanceof Promise)) this.worker = worker;
    this.router = this.#open(worker, voices);
    this.router.catch(() => this.close());
  }

  get participants(): number {
    return this.#people.size;
  }

  /** The share of a core that its worker uses. */
  get share(): number {
    return this.worker?.load.share ?? 0;
  }

  /**
   * Counts somebody in. The last one who goes closes the router.
   *
   * @param onLost called when the worker has died.
   * @returns Counts it out; idempotent.
   */
  enter(onLost: () => void): () => void {
    // An entry of its own, also for those who share a function.
    const person = () => onLost();
    this.#people.add(person);
    this.worker?.load.taken();
    return () => {
      if (this.#people.delete(person) && this.#people.size === 0) this.close();
    };
  }

  /** Idempotent. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#onOver();
    this.router.then(
      ({ router }) => router.close(),
      () => undefined,
    );
  }

  async #open(worker: PooledWorker | Promise<PooledWorker>, voices: RoomVoices): Promise<RoomRouter> {
    this.worker = await worker;
    const opened = await RoomRouter.open(this.worker, voices);
    // Also when the worker is closed in order; then nobody is left to hear it.
    opened.router.once('workerclose', () => this.#lost());
    return opened;
  }

  #lost(): void {
    const people = [...this.#people];
    this.#people.clear();
    this.close();
    for (const lost of people) lost();
  }
}
