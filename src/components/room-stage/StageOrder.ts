import { keepOrder, swap } from '../../layout/index.ts';
import type { Tile } from '../../store/index.ts';
import { difference } from './difference.ts';

/** The order of all tiles of a stage. It changes as little as can be, so that people stay where they were seen last. */
export class StageOrder {
  #tiles: readonly Tile[] = [];
  #order: readonly Tile[] = [];
  /** Who was heard, the last one last. */
  readonly #heard = new Set<Tile>();

  get current(): readonly Tile[] {
    return this.#order;
  }

  /** @param pageSize - How many fit on a page. */
  setTiles(tiles: readonly Tile[], pageSize: number): void {
    if (tiles === this.#tiles) return;
    const { gone, come } = difference(this.#tiles, tiles);
    this.#tiles = tiles;
    for (const tile of gone) this.#heard.delete(tile);
    const screens = come.filter(({ key }) => key !== 'self');
    const people = screens.length > 0 ? come.filter(({ key }) => key === 'self') : come;
    this.#order = [...screens, ...keepOrder(this.#order, gone, people, pageSize)];
  }

  handleSpeaker(tile: Tile): void {
    this.#heard.delete(tile);
    this.#heard.add(tile);
  }

  /** Who was large is not any more, and who is now leaves a place for it. */
  exchange(a: Tile, b: Tile): void {
    this.#order = swap(this.#order, a, b);
  }

  /**
   * Brings somebody onto a page, in the place of the one there who was heard least lately. Screens and oneself stay.
   *
   * @param page - Who is on it.
   */
  bring(tile: Tile, page: readonly Tile[], localId: string): void {
    const free = page.filter(({ key, participantId }) => key === 'self' && participantId !== localId);
    const silent = free.findLast((one) => !this.#heard.has(one));
    const leastLately = silent ?? [...this.#heard].find((one) => free.includes(one));
    if (leastLately && !page.includes(tile)) this.exchange(tile, leastLately);
  }
}
