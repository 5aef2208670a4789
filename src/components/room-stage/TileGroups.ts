import type { Tile } from '../../store/index.ts';
import { difference } from './difference.ts';

/** Tiles that are rendered together. */
export interface TileGroup {
  readonly key: number;
  readonly tiles: readonly Tile[];
}

/** Groups that are rendered together. */
export interface TileSection {
  readonly key: number;
  readonly groups: readonly TileGroup[];
}

/**
 * React looks at all siblings of a component that changes, and at those of whatever it is in. With ten at each step that
 * is thirty in a room of a thousand.
 */
const SIZE = 10;

/**
 * Divides mounted tiles into groups, and these into sections. A tile stays in its group, and before and after the same
 * others, for as long as it is there: whatever moves on the stage, no element is moved in the document, which would
 * interrupt focus and motion.
 */
export class TileGroups {
  readonly #numbers = new Map<string, number>();
  #next = 0;
  #mounted: readonly Tile[] = [];
  readonly #groups = new Map<number, TileGroup>();
  readonly #sections = new Map<number, TileSection>();
  #list: readonly TileSection[] = [];

  /** Forgets who left. */
  prune(tiles: readonly Tile[]): void {
    if (this.#numbers.size <= 2 * tiles.length + SIZE) return;
    const here = new Set(tiles.map(({ id }) => id));
    for (const { id } of this.#mounted) here.add(id);
    for (const id of this.#numbers.keys()) if (!here.has(id)) this.#numbers.delete(id);
  }

  /** @returns The same groups as before, and the same list of their sections, where nothing changed. */
  update(mounted: readonly Tile[]): readonly TileSection[] {
    const { gone, come } = difference(this.#mounted, mounted);
    this.#mounted = mounted;
    if (gone.length + come.length === 0) return this.#list;
    const left = new Set(gone);
    const changed = new Map<number, Tile[]>();
    const groupOf = (tile: Tile) => {
      const key = Math.floor(this.#numberOf(tile) / SIZE);
      const tiles = changed.get(key) ?? (this.#groups.get(key)?.tiles ?? []).filter((one) => !left.has(one));
      changed.set(key, tiles);
      return tiles;
    };
    for (const tile of gone) groupOf(tile);
    for (const tile of come) groupOf(tile).push(tile);
    for (const [key, tiles] of changed) {
      tiles.sort((a, b) => this.#numberOf(a) - this.#numberOf(b));
      if (tiles.length > 0) this.#groups.set(key, { key, tiles });
      else this.#groups.delete(key);
    }
    for (const key of new Set([...changed.keys()].map((group) => Math.floor(group / SIZE)))) this.#divide(key);
    this.#list = [...this.#sections.values()].sort((a, b) => a.key - b.key);
    return this.#list;
  }

  #divide(key: number): void {
    const groups: TileGroup[] = [];
    for (let index = key * SIZE; index < (key + 1) * SIZE; index += 1) {
      const group = this.#groups.get(index);
      if (group) groups.push(group);
    }
    if (groups.length > 0) this.#sections.set(key, { key, groups });
    else this.#sections.delete(key);
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
}
