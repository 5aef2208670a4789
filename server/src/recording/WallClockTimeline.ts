import type { SenderReport } from '../rooms/RoomMedia.ts';
import type { SenderClock } from '../rooms/SenderClock.ts';

/** Media that is off all this time is off for good. */
const WINDOW_MS = 3_000;
/** What may be for other reasons: packets come unevenly. */
const TOLERANCE_MS = 150;
/** After a pause less is believed: its packets are the first, and come evenly. */
const TOLERANCE_AFTER_PAUSE_MS = 40;
/** So long the first packets tell where the file begins; later, clocks that go differently would move it. */
const SETTLING_MS = 10_000;
/** After a shift, packets that come sooner than the one that it was made for correct it for so long. */
const CORRECTING_MS = 1_000;
/** A sender that says that its media took longer than this on its way is not believed. */
const BELIEVED_DELAY_MS = 1_000;
/**
 * So many reports are weighed together, and the one that puts the capture the earliest counts: of sound browsers report
 * when they send it, which is late when they are busy for a moment. Sound that has slipped is late in the next one, too.
 */
const WEIGHED_TOGETHER = 2;
/** Once the file's beginning is settled, media is moved only for more than this. */
const TOLERANCE_OF_REPORTS_MS = 30;
/** After a pause in which timestamps stood still, a report of before it may be under way for so long. */
const REPORTS_AGAIN_AFTER_MS = 2_000;
/** Who reports at all does so more often than this: Chromium of sound every 7.5 s or sooner. */
const REPORTS_WITHIN_MS = 8_000;
/** Media that is further ahead of the clock than this has jumped. */
const JUMP_MS = 1_000;

/**
 * Puts the timestamps of a track on the time of the wall clock: where its file begins is one moment, and what came ten
 * seconds later stands ten seconds later in it. Timestamps are exact from packet to packet, which arrivals are not; but
 * they may stand still while a microphone is off, or jump when its sender takes another source. So they are followed as
 * long as they agree with the arrivals, and shifted where they do not.
 *
 * Who is behind for a moment was held up on the way, and catches up; who stays behind has stood still.
 *
 * Sound and picture come by encoders and ways that take their time, each its own. Their sender reports when it captures
 * what; so the file begins at the capture of what stands at its beginning, as far as that is known.
 */
export class WallClockTimeline {
  readonly #ticksPerMs: number;
  #begin = 0;
  #first = true;
  #last = 0;
  #offset = 0;
  #paused = false;
  /** The least that the media lagged in this stretch and in the one before, in milliseconds. */
  #least = Number.POSITIVE_INFINITY;
  #leastBefore = Number.POSITIVE_INFINITY;
  #windowEnd = 0;
  #shiftedAt = Number.NEGATIVE_INFINITY;
  #stoodStillAt = Number.NEGATIVE_INFINITY;
  #clock: Pick<SenderClock, 'aheadMs'> | null = null;
  /** What the last reports said of when the beginning was captured, each by itself; in the sender's clock. */
  #reports: number[] = [];
  /** The earliest of them. */
  #captured = 0;
  /** When the beginning was captured, once that is settled. */
  #settled: number | null = null;
  #believedAt = Number.NEGATIVE_INFINITY;

  /** @param clockRate - Ticks in a second. */
  constructor(clockRate: number) {
    this.#ticksPerMs = clockRate / 1000;
  }

  /**
   * The moment at which the file begins, in the clock of the arrivals: the capture of what stands there; as long as that
   * is not known, when it would have come by the shortest way.
   */
  get begin(): number {
    if (this.#settled !== null) return this.#settled;
    // Nothing comes before it was captured.
    return this.#clock ? Math.min(this.#begin, this.#captured + this.#clock.aheadMs) : this.#begin;
  }

  /** The sender was off: its timestamps may have stood still meanwhile. */
  resumed(): void {
    this.#paused = true;
  }

  /** Where that moment is in the file, in ticks. */
  ticksAt(moment: number): number {
    return Math.round((moment - this.begin) * this.#ticksPerMs);
  }

  /**
   * Takes what the sender says of its time.
   *
   * @param clock - That of the sender. It is better known later, so that it is asked again.
   * @param at - When it came, in milliseconds.
   */
  report({ ntpMs, timestamp }: SenderReport, clock: Pick<SenderClock, 'aheadMs'>, at: number): void {
    if (this.#first || this.#paused || at - this.#stoodStillAt < REPORTS_AGAIN_AFTER_MS) return;
    const place = (this.#last + ((timestamp - this.#last) | 0) + this.#offset) / this.#ticksPerMs;
    const captured = ntpMs - place;
    if (Math.abs(this.#begin - captured - clock.aheadMs) > BELIEVED_DELAY_MS) return;
    this.#clock = clock;
    this.#believedAt = at;
    this.#reports = [...this.#reports, captured].slice(-WEIGHED_TOGETHER);
    this.#captured = Math.min(...this.#reports);
    this.#settle(at);
    if (this.#settled === null) return;
    const slipped = this.#captured + clock.aheadMs - this.#settled;
    if (Math.abs(slipped) <= TOLERANCE_OF_REPORTS_MS) return;
    this.#offset += Math.round(slipped * this.#ticksPerMs);
    this.#reports = this.#reports.map((one) => one - slipped);
  }

  /**
   * Where in the file a packet belongs, in ticks from its beginning.
   *
   * @param timestamp - Its 32 bits.
   * @param at - When it came, in milliseconds.
   */
  place(timestamp: number, at: number): number {
    if (this.#first) {
      this.#first = false;
      this.#begin = at;
      this.#last = timestamp;
      this.#offset = -timestamp;
      this.#windowEnd = at + WINDOW_MS;
    }
    const step = (timestamp - this.#last) | 0;
    this.#last += step;
    const lag = this.#lagAt(at);
    if (this.#paused) {
      this.#paused = false;
      if (Math.abs(lag) > TOLERANCE_AFTER_PAUSE_MS) {
        this.#stoodStillAt = at;
        this.#shift(lag, at);
      }
    } else if (lag < -JUMP_MS || step < -JUMP_MS * this.#ticksPerMs) {
      this.#shift(lag, at);
    } else if (lag < 0 && at - this.#shiftedAt < CORRECTING_MS) {
      this.#offset += Math.round(lag * this.#ticksPerMs);
    } else if (lag < 0 && at - this.#begin < SETTLING_MS) {
      // It has come sooner than the first, which then was held up.
      this.#begin += lag;
    }
    this.#settle(at);
    this.#watch(at);
    return this.#last + this.#offset;
  }

  #settle(at: number): void {
    if (this.#clock && at - this.#begin >= SETTLING_MS) this.#settled ??= this.begin;
  }

  #lagAt(at: number): number {
    return at - this.#begin - (this.#last + this.#offset) / this.#ticksPerMs;
  }

  #watch(at: number): void {
    // Who knows when it was captured need not guess from when it came.
    if (at - this.#believedAt < REPORTS_WITHIN_MS) this.#forgetLags(at);
    this.#least = Math.min(this.#least, this.#lagAt(at));
    if (at < this.#windowEnd) return;
    const least = Math.min(this.#least, this.#leastBefore);
    this.#leastBefore = this.#least;
    this.#least = Number.POSITIVE_INFINITY;
    this.#windowEnd = at + WINDOW_MS;
    if (Math.abs(least) > TOLERANCE_MS) this.#shift(least, at);
  }

  #shift(lag: number, at: number): void {
    this.#offset += Math.round(lag * this.#ticksPerMs);
    this.#shiftedAt = at;
    this.#reports = [];
    // From here on reports tell how well it was shifted, and of the beginning nothing.
    if (this.#clock) this.#settled ??= this.begin;
    this.#forgetLags(at);
  }

  #forgetLags(at: number): void {
    this.#least = Number.POSITIVE_INFINITY;
    this.#leastBefore = Number.POSITIVE_INFINITY;
    this.#windowEnd = at + WINDOW_MS;
  }
}
