/** How long all must be silent until nobody counts as the speaker: longer than the pauses within speech. */
const SILENCE_MS = 2_000;

/**
 * Who speaks, from what the observers of the media say. The dominant speaker is only told when it changes and never
 * ends by itself, so silence and the return from it are ours to see.
 */
export class SpeakerTracker {
  readonly #onChange: (producerId: string | null) => void;
  #dominant: string | null = null;
  #active: string | null = null;
  #silence: NodeJS.Timeout | null = null;

  constructor(onChange: (producerId: string | null) => void) {
    this.#onChange = onChange;
  }

  /** The producer of who speaks, null when nobody does. */
  get active(): string | null {
    return this.#active;
  }

  dominantSpeaker(producerId: string): void {
    this.#dominant = producerId;
    this.#set(producerId);
  }

  /** Takes the producers that are heard at the moment; none: silence began. */
  heard(producerIds: readonly string[]): void {
    if (producerIds.length === 0) {
      this.#silence ??= setTimeout(() => this.#set(null), SILENCE_MS).unref();
      return;
    }
    this.#endSilence();
    if (this.#active === null && this.#dominant !== null && producerIds.includes(this.#dominant)) {
      this.#set(this.#dominant);
    }
  }

  /** A producer closed or was turned off: it does not speak any more. */
  producerSilenced(producerId: string): void {
    if (this.#active === producerId) this.#set(null);
  }

  close(): void {
    this.#endSilence();
  }

  #endSilence(): void {
    if (this.#silence) clearTimeout(this.#silence);
    this.#silence = null;
  }

  #set(producerId: string | null): void {
    if (this.#active === producerId) return;
    this.#active = producerId;
    this.#onChange(producerId);
  }
}
