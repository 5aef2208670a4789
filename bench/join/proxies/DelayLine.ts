/** How much earlier than due something may go, in milliseconds: timers know whole ones only. */
const TOLERANCE = 0.5;

interface Waiting {
  readonly due: number;
  readonly run: () => void;
}

/** One direction of a line: what goes in comes out later, in the same order. */
export class DelayLine {
  readonly #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** Runs `run` after a delay in milliseconds, never before what was put in earlier. */
  push(delay: number, run: () => void): void {
    if (delay <= 0 && this.#waiting.length === 0) {
      run();
      return;
    }
    this.#waiting.push({ due: performance.now() + delay, run });
    if (this.#waiting.length === 1) this.#arm();
  }

  /** Whatever still waits is lost. */
  close(): void {
    clearTimeout(this.#timer);
    this.#waiting.length = 0;
  }

  #arm(): void {
    const [first] = this.#waiting;
    if (first) this.#timer = setTimeout(() => this.#release(), Math.max(0, first.due - performance.now()));
  }

  #release(): void {
    while (this.#waiting[0] && this.#waiting[0].due <= performance.now() + TOLERANCE) this.#waiting.shift()?.run();
    this.#arm();
  }
}
