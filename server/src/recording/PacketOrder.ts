import type { RtpPacket } from './rtpPacket.ts';

/** How long a packet that is missing is waited for: the SFU asks its sender for it again and again in this time. */
export const LOST_AFTER_MS = 1_000;
/** A number that is this far away is of another count. */
const ANOTHER_COUNT = 5_000;

/** A packet, and when it came in milliseconds. */
export interface Arrival {
  readonly packet: RtpPacket;
  readonly at: number;
}

/** Puts packets into the order of their numbers. What is missing for too long is passed over. */
export class PacketOrder {
  readonly #held = new Map<number, Arrival>();
  readonly #onPacket: (arrival: Arrival) => void;
  readonly #onLost: () => void;
  /** The number that is next, counted on beyond 16 bits. */
  #next: number | null = null;

  /** @param onLost called when packets are given up. */
  constructor(onPacket: (arrival: Arrival) => void, onLost: () => void) {
    this.#onPacket = onPacket;
    this.#onLost = onLost;
  }

  push(packet: RtpPacket, at: number): void {
    const number = this.#count(packet.sequence);
    if (this.#next !== null && Math.abs(number - this.#next) > ANOTHER_COUNT) {
      this.flush();
      this.#next = null;
      this.push(packet, at);
      return;
    }
    this.#next ??= number;
    // Late or doubled.
    if (number < this.#next || this.#held.has(number)) return;
    this.#held.set(number, { packet, at });
    this.#release();
    this.giveUp(at);
  }

  /** Passes over what is missing while others have waited for it too long. */
  giveUp(now: number): void {
    for (let [oldest] = this.#held.values(); oldest && now - oldest.at >= LOST_AFTER_MS; ) {
      this.#skip();
      [oldest] = this.#held.values();
    }
  }

  /** Gives out all that is held: nothing comes any more. */
  flush(): void {
    while (this.#held.size > 0) this.#skip();
  }

  #skip(): void {
    this.#next = Math.min(...this.#held.keys());
    this.#onLost();
    this.#release();
  }

  #release(): void {
    while (this.#next !== null) {
      const arrival = this.#held.get(this.#next);
      if (!arrival) return;
      this.#held.delete(this.#next);
      this.#next += 1;
      this.#onPacket(arrival);
    }
  }

  /** The number that those 16 bits mean, nearest to the one that is next. */
  #count(sequence: number): number {
    if (this.#next === null) return sequence;
    return this.#next + (((sequence - this.#next) << 16) >> 16);
  }
}
