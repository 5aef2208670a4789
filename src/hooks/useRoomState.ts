'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { State } from '../engine/State.ts';
import type { Topic } from '../engine/Topic.ts';
import { useRoomStore } from './RoomContext.ts';

/**
 * Reads a part of the room's state and renders again when one of `topics` changed and the part with it.
 *
 * @param topics - Separated by spaces, so that a list of them is stable from render to render.
 * @param select - Must give the same object as long as nothing in it changed.
 */
export function useRoomState<Part>(topics: string, select: (state: State) => Part): Part {
  const store = useRoomStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      const undo = topics.split(' ').map((topic) => store.subscribeTo(topic as Topic, listener));
      return () => {
        for (const unsubscribe of undo) unsubscribe();
      };
    },
    [store, topics],
  );
  return useSyncExternalStore(
    subscribe,
    () => select(store.getState()),
    () => select(store.getInitialState()),
  );
}
