import type { Environment } from '../engine/index.ts';
import { settled } from './settled.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Time that passes only when a test says so: the clock, the timers and the frames of an {@link Environment}. */
export class ManualClock implements Pick<Environment, 'now' | 'setTimer' | 'nextFrame' | 'whenIdle'> {
  #now = 1_000_000;
  readonly #timers = new Set<Timer>();
  readonly #frames = new Set<() => void>();

  /** Timers and frames that somebody still waits for. */
  get waiting(): number {
    return this.#timers.size + this.#frames.size;
  }

  /** Milliseconds until each timer, the next one first. */
  get timers(): number[] {
    return [...this.#timers].map(({ due }) => due - this.#now).sort((a, b) => a - b);
  }

  readonly now = (): number => this.#now;

  readonly setTimer = (delayInMs: number, callback: () => void): (() => void) => {
    const timer = { due: this.#now + delayInMs, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  readonly nextFrame = (callback: () => void): (() => void) => {
    const frame = () => callback();
    this.#frames.add(frame);
    return () => this.#frames.delete(frame);
  };

  /** There is always time where none passes. */
  readonly whenIdle = (callback: () => void): (() => void) => {
    callback();
    return () => {};
  };

  /** Runs what waits for the next frame, and all that follows from it without time passing. */
  async frame(): Promise<void> {
    await settled();
    const frames = [...this.#frames];
    this.#frames.clear();
    for (const frame of frames) frame();
    await settled();
  }

  /** Runs frames until none is asked for any more: everything that happens without time passing. */
  async settle(): Promise<void> {
    do await this.frame();
    while (this.#frames.size > 0);
  }

  /** Lets time pass: timers ring when they are due, each with a frame after it. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.frame();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.due);
      this.#timers.delete(next);
      next.callback();
      await this.frame();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}
