import type { QualityLevel } from '../../../protocol/index.ts';

/** How long it must have been better before it counts as better, in milliseconds. */
const BETTER_AFTER = 5_000;

/** A level that does not flicker: it falls at once, and rises when all was better for a while, to the least of that. */
export class SteadyLevel {
  #level: QualityLevel = 5;
  #better: { readonly since: number; readonly least: QualityLevel } | null = null;

  get level(): QualityLevel {
    return this.#level;
  }

  /** @param now - Milliseconds. */
  add(level: QualityLevel, now: number): void {
    if (level <= this.#level) {
      this.#level = level;
      this.#better = null;
      return;
    }
    const { since, least } = this.#better ?? { since: now, least: level };
    this.#better = { since, least: Math.min(least, level) as QualityLevel };
    if (now - since < BETTER_AFTER) return;
    this.#level = this.#better.least;
    this.#better = null;
  }
}
