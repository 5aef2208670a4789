/**
 * Numbers that look random, and are the same in every run: Park and Miller's generator. What is lost by a count (every
 * third packet, say) keeps time with the packets themselves, so that one kind of them may lose all and another nothing.
 *
 * @see {@link https://doi.org/10.1145/63039.63042 | Random number generators: good ones are hard to find}
 */
export class Chance {
  #seed = 1;

  /** From 0 to 1, without either. */
  next(): number {
    this.#seed = (this.#seed * 16_807) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  }
}
