import type { ReactNode } from 'react';
import type { Room } from '../../../src/engine/index.ts';
import { RoomContext } from '../../../src/hooks/index.ts';
import { createRoomStore, type RoomStore } from '../../../src/store/index.ts';

/** Hands a room, or a store alone, to hooks: what the provider does, without a look of its own. */
export function inRoom(source: { readonly room: Room } | { readonly store: RoomStore }) {
  const value =
    'room' in source ? { room: source.room, store: createRoomStore(source.room) } : { room: null, store: source.store };
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each rendering of a test
  return function Wrapper({ children }: { children: ReactNode }) {
    return <RoomContext value={value}>{children}</RoomContext>;
  };
}
