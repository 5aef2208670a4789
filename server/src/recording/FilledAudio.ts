import { opusSilence, opusTicks } from './opus.ts';

/** Sound that begins this much before the end of what was written has come too late, or twice. */
const OVERLAP_TICKS = 1_440;

/**
 * Opus without gaps. Nothing comes while a microphone is off, little in silence, and players put what is left together
 * without a pause: the sound would be over before the picture. So silence is written where nothing is.
 */
export class FilledAudio {
  readonly #write: (ticks: number, packet: Buffer) => void;
  #end = 0;

  /** @param write - Takes packets that follow one another without a gap: where each begins, and what it holds. */
  constructor(write: (ticks: number, packet: Buffer) => void) {
    this.#write = write;
  }

  /** A packet that belongs there. */
  push(ticks: number, packet: Buffer): void {
    const length = opusTicks(packet);
    if (length === 0 || ticks < this.#end - OVERLAP_TICKS) return;
    this.fillTo(ticks);
    this.#write(this.#end, packet);
    this.#end += length;
  }

  /** Writes silence up to there. */
  fillTo(ticks: number): void {
    for (let next = opusSilence(ticks - this.#end); next; next = opusSilence(ticks - this.#end)) {
      const [length, packet] = next;
      this.#write(this.#end, packet);
      this.#end += length;
    }
  }
}
