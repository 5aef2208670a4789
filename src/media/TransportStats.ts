import type { types } from 'mediasoup-client';

/** How often the statistics are read while somebody wants them, in milliseconds: never more often than this. */
const STATS_INTERVAL_MS = 1_000;

/** Time, as the engine has it. */
export interface StatsClock {
  /** Milliseconds, of a clock that never goes back. */
  now(): number;
  /** @returns Calls it off. */
  setTimer(delayInMs: number, callback: () => void): () => void;
}

/** Takes what one reading has found; `now` is the moment of the reading, by the clock of the engine. */
export type StatsListener = (report: RTCStatsReport, now: number) => void;

/**
 * The browser's statistics of one transport, with all that goes over it. A reading costs time in proportion to all
 * that is received (https://www.w3.org/TR/webrtc-stats/), so there is one for everybody, at most one each second, and
 * none while nobody wants any.
 */
export class TransportStats {
  readonly #transport: Pick<types.Transport, 'getStats'>;
  readonly #clock: StatsClock;
  readonly #listeners = new Set<StatsListener>();
  #latest: { readonly report: RTCStatsReport; readonly now: number } | null = null;
  #reading: Promise<RTCStatsReport | null> | null = null;
  #undoTimer: (() => void) | null = null;
  #closed = false;

  constructor(transport: Pick<types.Transport, 'getStats'>, clock: StatsClock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /**
   * Calls `listener` with a new reading each second, the first as soon as there may be one.
   *
   * @returns Undoes it; after the last one nothing is read any more.
   */
  subscribe(listener: StatsListener): () => void {
    // The same function twice is two subscriptions.
    const own: StatsListener = (report, now) => listener(report, now);
    this.#listeners.add(own);
    this.#schedule();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** A reading that is at most a second old; null when the transport gives none, since it is closed say. */
  async read(): Promise<RTCStatsReport | null> {
    if (this.#wait > 0 && this.#latest) return this.#latest.report;
    return this.#read();
  }

  /** Ends it for everybody. */
  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#stop();
  }

  /** Milliseconds until there may be another reading. */
  get #wait(): number {
    return this.#latest ? Math.max(0, this.#latest.now + STATS_INTERVAL_MS - this.#clock.now()) : 0;
  }

  #schedule(): void {
    if (this.#closed || this.#undoTimer || this.#listeners.size === 0) return;
    this.#undoTimer = this.#clock.setTimer(this.#wait, () => void this.#tick());
  }

  #stop(): void {
    this.#undoTimer?.();
    this.#undoTimer = null;
  }

  async #tick(): Promise<void> {
    const report = await this.#read();
    this.#undoTimer = null;
    // One that cannot be read will not be readable later: only a closed transport refuses.
    if (report === null || this.#closed) return;
    this.#schedule();
    const { now = this.#clock.now() } = this.#latest ?? {};
    for (const listener of [...this.#listeners]) listener(report, now);
  }

  #read(): Promise<RTCStatsReport | null> {
    this.#reading ??= this.#transport
      .getStats()
      .then((report) => {
        this.#latest = { report, now: this.#clock.now() };
        return report;
      })
      .catch(() => null)
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }
}
