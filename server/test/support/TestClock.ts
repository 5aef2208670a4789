/** A clock that stands still until a test moves it. */
export class TestClock {
  #time: number;

  constructor(start = '2026-03-10T12:00:00.000Z') {
    this.#time = Date.parse(start);
  }

  /** To be given where a `Clock` is wanted. */
  readonly now = (): Date => new Date(this.#time);

  advance({ days = 0, secs = 0 }: { days?: number; secs?: number }): void {
    this.#time += (days * 86_400 + secs) * 1000;
  }
}
