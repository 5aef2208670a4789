/** For so long what came the fastest counts; after it, two clocks do not agree any more that go differently. */
const WINDOW_MS = 60_000;

/**
 * How far our clock is ahead of that of somebody who sends. What they say of their time is old when it comes, by the
 * way that it took and by what kept either machine busy: what came the fastest tells most. All tracks of a sender share
 * it, so that what is wrong with it moves all of them alike.
 */
export class SenderClock {
  #least = Number.POSITIVE_INFINITY;
  #leastBefore = Number.POSITIVE_INFINITY;
  #windowEnd = Number.NEGATIVE_INFINITY;

  /** In milliseconds; infinite before anything came. */
  get aheadMs(): number {
    return Math.min(this.#least, this.#leastBefore);
  }

  /**
   * Something came.
   *
   * @param theirs - When it was sent, by the sender's clock, in milliseconds.
   * @param ours - When it came, by ours.
   */
  came(theirs: number, ours: number): void {
    if (ours >= this.#windowEnd) {
      this.#leastBefore = this.#least;
      this.#least = Number.POSITIVE_INFINITY;
      this.#windowEnd = ours + WINDOW_MS;
    }
    this.#least = Math.min(this.#least, ours - theirs);
  }
}
