import type { State } from '../../engine/index.ts';
import { type RoomView, viewOf } from '../../hooks/index.ts';
import { createTilesSelector, type RoomStore, type Tile } from '../../store/index.ts';
import { arrange, NOTHING, pageSizeOf } from './arrange.ts';
import { Cells } from './Cells.ts';
import { chooseFeatured } from './chooseFeatured.ts';
import { isCrowd } from './crowd.ts';
import type { Box, StageOptions } from './StageOptions.ts';
import { StageOrder } from './StageOrder.ts';
import { TileGroups, type TileSection } from './TileGroups.ts';

/** What React has to know of a stage beside what is mounted: where one is in it. */
export interface StageSnapshot {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Something is large. */
  readonly featuring: boolean;
  /** How many are here who have no tile. */
  readonly audience: number;
}

/** Milliseconds in which at most one who speaks comes onto the page: nobody could follow more. */
const BRINGING_INTERVAL = 400;

const EMPTY: StageSnapshot = { page: 0, pages: 1, featuring: false, audience: 0 };

/**
 * Who is where on a stage. It lives outside of React, so that what moves tiles (a speaker, a resize, another layout)
 * writes their places and renders none of them; React is told only when another set of tiles has to be mounted.
 */
export class StageModel {
  readonly cells = new Cells();
  readonly #store: RoomStore;
  readonly #view: RoomView;
  readonly #select = createTilesSelector();
  readonly #order = new StageOrder();
  readonly #groups = new TileGroups();
  readonly #listeners = new Set<() => void>();
  #undo: (() => void)[] = [];
  #options: StageOptions | null = null;
  #hasCamera: Parameters<ReturnType<typeof createTilesSelector>>[1];
  #tiles: readonly Tile[] = [];
  /** Made when somebody speaks: that is more often than people come or go. */
  #byId: { readonly for: readonly Tile[]; readonly tiles: ReadonlyMap<string, Tile> } = { for: [], tiles: new Map() };
  #featured: readonly Tile[] = [];
  /** Who is on the page that is shown. */
  #shown: readonly Tile[] = [];
  #speaker: Tile | null = null;
  #box: Box | null = null;
  #page = 0;
  /** What the number of tiles on a page was computed for, and that number. */
  #pageSize: { readonly for: readonly unknown[]; readonly size: number } = { for: [], size: 1 };
  #arrangement = NOTHING;
  #snapshot = EMPTY;
  #sections: readonly TileSection[] = [];
  /** How many are in the room. */
  #people = 0;
  #broughtAt = Number.NEGATIVE_INFINITY;
  #bringLater: ReturnType<typeof setTimeout> | undefined;

  constructor(store: RoomStore) {
    this.#store = store;
    this.#view = viewOf(store);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#attach();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      for (const undo of this.#undo) undo();
      this.#undo = [];
      clearTimeout(this.#bringLater);
      this.#bringLater = undefined;
    };
  };

  /** To be read in render: the same options give the same answer until something has changed. */
  read(options: StageOptions): StageSnapshot {
    if (options !== this.#options) {
      const { audience, self } = options;
      if (audience !== this.#options?.audience || self !== this.#options.self) {
        this.#hasCamera = ({ origin, grants, streams }) =>
          (self || origin !== 'local') && (audience === 'tiles' || grants.publish.length > 0 || 'self' in streams);
      }
      this.#options = options;
      this.#refresh();
    } else if (this.#select(this.#store.getState(), this.#hasCamera) !== this.#tiles) this.#refresh();
    return this.#snapshot;
  }

  /** What is to be mounted; to be read as {@link read} is. */
  readSections(options: StageOptions): readonly TileSection[] {
    this.read(options);
    return this.#sections;
  }

  setBox(box: Box): void {
    const { width, height, gap } = this.#box ?? {};
    if (box.width === width && box.height === height && box.gap === gap) return;
    this.cells.sticky = this.#box !== null;
    this.#box = box;
    this.#update();
    this.cells.sticky = false;
  }

  setPage(page: number): void {
    const wanted = Math.max(0, Math.min(this.#snapshot.pages - 1, page));
    if (wanted === this.#page) return;
    this.#page = wanted;
    this.#update();
  }

  /** Writes the places of the tiles that are mounted; to be called when those have changed. */
  place(): void {
    this.cells.place(this.#arrangement.placements, isCrowd(this.#featured.length + this.#shown.length));
  }

  #attach(): void {
    // Whoever comes brings a stream along: both topics tell of the same state.
    const handleRoom = () => {
      const state = this.#store.getState();
      const changed = state.participants.size !== this.#people || this.#select(state, this.#hasCamera) !== this.#tiles;
      if (changed) this.#update();
    };
    this.#undo = [
      this.#store.subscribeTo('participants', handleRoom),
      this.#store.subscribeTo('streams', handleRoom),
      this.#store.subscribeTo('active-speaker', () => this.#handleSpeaker()),
      this.#view.subscribe(() => this.#update()),
    ];
  }

  #update(): void {
    const [snapshot, sections] = [this.#snapshot, this.#sections];
    this.#refresh();
    // Tiles that are yet to be mounted are placed with all others when they are.
    if (this.#sections === sections) this.place();
    if (this.#sections === sections && this.#snapshot === snapshot) return;
    for (const listener of this.#listeners) listener();
  }

  /** Who speaks comes onto the page; others stay, but for the one there who was heard least lately. */
  #handleSpeaker(): void {
    const state = this.#store.getState();
    const speaker = this.#options && this.#speakerOf(state);
    if (!speaker) return;
    this.#speaker = speaker;
    this.#order.handleSpeaker(speaker);
    const [before] = this.#featured;
    const [large] = this.#chooseFeatured();
    // Who was large so far takes the place of who is now.
    if (before && large && large !== before) this.#order.exchange(before, large);
    else if (this.#featured.includes(speaker) || this.#shown.includes(speaker)) return;
    else {
      const wait = this.#broughtAt + BRINGING_INTERVAL - Date.now();
      if (wait > 0) {
        // Whoever speaks then.
        this.#bringLater ??= setTimeout(() => {
          this.#bringLater = undefined;
          this.#handleSpeaker();
        }, wait);
        return;
      }
      this.#broughtAt = Date.now();
      this.#order.bring(speaker, this.#shown, state.localParticipantId);
    }
    this.#update();
  }

  /** Whoever else was heard last, if that is known and has a tile. */
  #speakerOf({ activeSpeakerId, localParticipantId, participants }: State): Tile | null {
    if (activeSpeakerId === null || activeSpeakerId === localParticipantId) return null;
    const id = participants.get(activeSpeakerId)?.streams.self;
    if (this.#byId.for !== this.#tiles) {
      this.#byId = { for: this.#tiles, tiles: new Map(this.#tiles.map((tile) => [tile.id, tile])) };
    }
    return this.#byId.tiles.get(id ?? '') ?? null;
  }

  #chooseFeatured(): readonly Tile[] {
    const { layout, spotlight } = this.#options as StageOptions;
    const localId = this.#store.getState().localParticipantId;
    const [tiles, speaker] = [this.#tiles, this.#speaker];
    return chooseFeatured({ layout, tiles, pinned: this.#view.pinned, spotlight, speaker, localId });
  }

  #refresh(): void {
    const options = this.#options;
    if (!options) return;
    const state = this.#store.getState();
    const tiles = this.#select(state, this.#hasCamera);
    this.#people = state.participants.size;
    if (tiles !== this.#tiles) {
      this.#tiles = tiles;
      this.#order.setTiles(tiles, this.#pageSize.size);
      this.#groups.prune(tiles);
    }
    this.#speaker ??= this.#speakerOf(state);
    this.#featured = this.#chooseFeatured();
    const order = this.#order.current;
    const others = this.#featured.length > 0 ? order.filter((tile) => !this.#featured.includes(tile)) : order;
    const pageSize = this.#sizePage(options.pageSize);
    const pages = Math.max(1, Math.ceil(others.length / pageSize));
    const page = Math.min(this.#page, pages - 1);
    this.#page = page;
    const of = (from: number, to: number) =>
      pages > 1 ? others.slice(Math.max(0, from) * pageSize, Math.max(0, to) * pageSize) : others;
    this.#shown = of(page, page + 1);
    // Not measured yet: what comes first is enough.
    const near = this.#box ? of(page - 1, page + 2) : this.#shown;
    this.#sections = this.#groups.update(this.#featured.length > 0 ? [...this.#featured, ...near] : near);
    const input = { featured: this.#featured, others, page, pageSize, before: this.#arrangement };
    this.#arrangement = this.#box ? arrange({ ...input, box: this.#box }) : NOTHING;
    const featuring = this.#featured.length > 0;
    const cameras =
      tiles.length -
      Math.max(
        0,
        tiles.findIndex(({ key }) => key === 'self'),
      );
    const audience =
      options.audience === 'tiles' ? 0 : Math.max(0, state.participants.size - cameras - Number(!options.self));
    const next = { page, pages, featuring, audience };
    const keys = Object.keys(next) as (keyof StageSnapshot)[];
    if (keys.some((key) => next[key] !== this.#snapshot[key])) this.#snapshot = next;
  }

  #sizePage(pageSize: StageOptions['pageSize']): number {
    const key = [pageSize, this.#box, this.#featured.length, this.#featured.every((tile) => tile.key === 'self')];
    if (key.some((part, index) => part !== this.#pageSize.for[index])) {
      this.#pageSize = { for: key, size: pageSizeOf(this.#featured, pageSize, this.#box) };
    }
    return this.#pageSize.size;
  }
}
