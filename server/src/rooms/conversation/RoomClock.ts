/** The time, in moments of which no two are the same: what happens in a room can be put in order by them. */
export class RoomClock {
  readonly #now: () => number;
  #last = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** This moment, in milliseconds since 1970; of several in one millisecond the later ones run ahead. */
  next(): number {
    this.#last = Math.max(this.#now(), this.#last + 1);
    return this.#last;
  }
}
