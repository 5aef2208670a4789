import type { LiveParticipant } from './LiveParticipant.ts';

/** Gathers those whose media a worker has taken with it, until all of them are known: they go in one. */
export class LostMedia {
  readonly #lost = new Set<LiveParticipant>();
  readonly #onLost: (participants: readonly LiveParticipant[]) => void;

  constructor(onLost: (participants: readonly LiveParticipant[]) => void) {
    this.#onLost = onLost;
  }

  add(participant: LiveParticipant): void {
    if (this.#lost.size === 0) setImmediate(() => this.#tell());
    this.#lost.add(participant);
  }

  #tell(): void {
    const lost = [...this.#lost];
    this.#lost.clear();
    this.#onLost(lost);
  }
}
