/** A limit that allows bursts: `rate` a second on the long run, `burst` at once. */
export class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  #level: number;
  #at: number;

  constructor({ rate, burst }: { rate: number; burst: number }, now: number = performance.now()) {
    this.#rate = rate;
    this.#burst = burst;
    this.#level = burst;
    this.#at = now;
  }

  /** Takes so many, if they are there. */
  take(count = 1, now: number = performance.now()): boolean {
    this.#level = Math.min(this.#burst, this.#level + ((now - this.#at) / 1000) * this.#rate);
    this.#at = now;
    if (this.#level < count) return false;
    this.#level -= count;
    return true;
  }
}
