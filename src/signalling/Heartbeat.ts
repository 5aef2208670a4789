import { onOffline, onWake } from './browserEvents.ts';

/** How long a socket may be silent before it is asked, and how long the answer may take, in milliseconds. */
const SILENCE_MS = 3_000;
const PATIENCE_MS = 4_000;
/** The same when there is reason for doubt: the network changed, or the page slept. */
const DOUBT_MS = 2_000;
/** A timer later than this was late because everything was: the page slept. */
const LATE_MS = 1_000;

/** Asks a socket now and then for a sign of life: a half-open one looks well for minutes. */
export class Heartbeat {
  readonly #ask: () => Promise<unknown>;
  readonly #onDead: () => void;
  readonly #undo: (() => void)[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /**
   * @param ask - Settles when the other end has answered, whatever it says.
   * @param onDead - It has not.
   */
  constructor(ask: () => Promise<unknown>, onDead: () => void) {
    this.#ask = ask;
    this.#onDead = onDead;
    const doubt = () => this.#beat(DOUBT_MS);
    this.#undo = [onWake(doubt), onOffline(doubt)];
    this.#alive();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const undo of this.#undo) undo();
  }

  #alive(): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#beat(PATIENCE_MS), SILENCE_MS);
  }

  #beat(patience: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    const asked = performance.now();
    this.#timer = setTimeout(() => {
      // The answer may have come while the page slept, and be next in its queue.
      if (performance.now() - asked > patience + LATE_MS) this.#beat(DOUBT_MS);
      else this.#onDead();
    }, patience);
    const alive = () => this.#alive();
    this.#ask().then(alive, alive);
  }
}
