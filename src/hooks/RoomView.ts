import type { RoomStore } from '../store/index.ts';

/**
 * How the pictures of a room are laid out: all alike, who speaks large, or what was chosen large.
 */
export type RoomLayout = 'grid' | 'speaker' | 'focus';

/** How somebody wants to see one picture, where that differs from how it is shown by itself. */
export interface PictureView {
  readonly mirrored?: boolean;
  readonly fit?: 'contain' | 'cover';
}
const AS_IT_IS: PictureView = {};

/** How one person looks at a room: the layout, what is pinned, and single pictures. Nothing of it is known to others. */
export class RoomView {
  readonly #listeners = new Set<() => void>();
  #layout: RoomLayout = 'grid';
  #pinned: readonly string[] = [];
  readonly #pictures = new Map<string, PictureView>();

  get layout(): RoomLayout {
    return this.#layout;
  }

  /** Ids of streams. Who left is in it still: whoever comes back is pinned again. */
  get pinned(): readonly string[] {
    return this.#pinned;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly setLayout = (layout: RoomLayout): void => {
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#tell();
  };

  readonly setPinned = (id: string, pinned: boolean): void => {
    if (this.#pinned.includes(id) === pinned) return;
    this.#pinned = pinned ? [...this.#pinned, id] : this.#pinned.filter((one) => one !== id);
    this.#tell();
  };

  readonly pictureOf = (id: string): PictureView => this.#pictures.get(id) ?? AS_IT_IS;

  readonly setPicture = (id: string, change: PictureView): void => {
    this.#pictures.set(id, { ...this.pictureOf(id), ...change });
    this.#tell();
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const views = new WeakMap<RoomStore, RoomView>();

/** The view of a room: always the same one for the same store, so that it may be asked for in render. */
export function viewOf(store: RoomStore): RoomView {
  let view = views.get(store);
  if (!view) {
    view = new RoomView();
    views.set(store, view);
  }
  return view;
}
