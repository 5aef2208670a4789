import type { MediaKind } from '../protocol/index.ts';
import type { Produced } from './Publisher.ts';

/** Makes a producer; the sender is there before anything is negotiated. */
type Produce = (onRtpSender: (sender: RTCRtpSender) => void) => Promise<Produced>;

/**
 * Producers that are negotiated and send nothing: their senders have had no track from the first moment. Giving them
 * one needs no negotiation.
 */
export class WarmProducers {
  /** Null while one is being made. */
  readonly #producers = new Map<string, Produced | null>();

  has(key: string, kind: MediaKind): boolean {
    return this.#producers.has(nameOf(key, kind));
  }

  async add(key: string, kind: MediaKind, produce: Produce): Promise<void> {
    const name = nameOf(key, kind);
    this.#producers.set(name, null);
    try {
      const produced = await produce((sender) => void sender.replaceTrack(null));
      await produced.producer.replaceTrack({ track: null });
      this.#producers.set(name, produced);
    } catch (error) {
      this.#producers.delete(name);
      throw error;
    }
  }

  /** One that is ready, which is the taker's from then on. */
  take(key: string, kind: MediaKind): Produced | null {
    const produced = this.#producers.get(nameOf(key, kind)) ?? null;
    if (produced) this.#producers.delete(nameOf(key, kind));
    return produced?.producer.closed ? null : produced;
  }
}

function nameOf(key: string, kind: MediaKind): string {
  return `${kind} ${key}`;
}
