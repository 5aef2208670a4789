import type { Tile } from '../../store/index.ts';

/** Tiles that are rendered together. */
export interface TileGroup {
  readonly key: number;
  readonly tiles: readonly Tile[];
}

/**
 * React looks at all siblings of a component that changes. In groups of this size that costs the same in a room of a
 * thousand as in one of ten.
 */
const SIZE = 32;

const sameTiles = (a: readonly Tile[], b: readonly Tile[]) =>
  a.length === b.length && a.every((tile, index) => tile === b[index]);

/**
 * Divides mounted tiles into groups. A tile stays in its group, and before and after the same others, for as long as it
 * is there: whatever moves on the stage, no element is moved in the document, which would interrupt focus and motion.
 */
export class TileGroups {
  readonly #numbers = new Map<string, number>();
  #next = 0;
  #groups: readonly TileGroup[] = [];

  /** Forgets who left. */
  prune(tiles: readonly Tile[]): void {
    if (this.#numbers.size <= 2 * tiles.length + SIZE) return;
    const here = new Set(tiles.map(({ id }) => id));
    for (const id of this.#numbers.keys()) if (!here.has(id)) this.#numbers.delete(id);
  }

  /** @returns The same groups as before, and the same list of them, where nothing changed. */
  update(mounted: readonly Tile[]): readonly TileGroup[] {
    const byKey = new Map<number, Tile[]>();
    for (const tile of mounted) {
      const key = Math.floor(this.#numberOf(tile) / SIZE);
      const group = byKey.get(key);
      if (group) group.push(tile);
      else byKey.set(key, [tile]);
    }
    const before = new Map(this.#groups.map((group) => [group.key, group]));
    const groups = [...byKey]
      .sort(([a], [b]) => a - b)
      .map(([key, tiles]): TileGroup => {
        if (!this.#isSorted(tiles)) tiles.sort((a, b) => this.#numberOf(a) - this.#numberOf(b));
        const same = before.get(key);
        return same && sameTiles(same.tiles, tiles) ? same : { key, tiles };
      });
    const unchanged =
      groups.length === this.#groups.length && groups.every((one, index) => one === this.#groups[index]);
    if (!unchanged) this.#groups = groups;
    return this.#groups;
  }

  #numberOf({ id }: Tile): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#next;
      this.#next += 1;
      this.#numbers.set(id, number);
    }
    return number;
  }

  #isSorted(tiles: readonly Tile[]): boolean {
    return tiles.every((tile, index) => index === 0 || this.#numberOf(tiles[index - 1] as Tile) < this.#numberOf(tile));
  }
}
