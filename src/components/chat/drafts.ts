import type { RoomStore } from '../../store/index.ts';

const drafts = new WeakMap<RoomStore, string>();

/** What was begun to be written in a room: it is still there when the chat is opened again. */
export function draftOf(store: RoomStore): string {
  return drafts.get(store) ?? '';
}

export function keepDraft(store: RoomStore, text: string): void {
  drafts.set(store, text);
}
