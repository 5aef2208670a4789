import type { types } from 'mediasoup';

/**
 * What somebody who has just come will cost, as a share of a core, until it is measured: without it all who come within
 * one measurement would go to the same worker. About what two hundred people in small rooms leave of a core each.
 */
const EXPECTED_OF_ONE = 0.005;

/** How busy a worker is, by the CPU time that its process has used. */
export class WorkerLoad {
  #used: { cpuMs: number; at: number } | null = null;
  #measured = 0;
  #expected = 0;

  /** The share of one core; 1 is all that a worker, which is single-threaded, can use. */
  get share(): number {
    return this.#measured + this.#expected;
  }

  /** Somebody was put on the worker. */
  taken(): void {
    this.#expected += EXPECTED_OF_ONE;
  }

  /** @param at the time of the measurement, in milliseconds of any clock that only goes forward. */
  measured({ ru_utime, ru_stime }: Pick<types.WorkerResourceUsage, 'ru_utime' | 'ru_stime'>, at: number): void {
    const cpuMs = ru_utime + ru_stime;
    if (this.#used && at > this.#used.at) {
      const share = (cpuMs - this.#used.cpuMs) / (at - this.#used.at);
      this.#measured = (this.#measured + share) / 2;
    }
    this.#used = { cpuMs, at };
    // Media takes a second or two to flow: what is expected goes as what is measured comes.
    this.#expected /= 2;
  }
}
