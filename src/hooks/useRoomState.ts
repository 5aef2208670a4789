'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { State } from '../engine/State.ts';
import type { Topic } from '../engine/Topic.ts';
import { useRoomStore } from './RoomContext.ts';

/**
 * Reads a part of the room's state and renders again when `topic` changed and the part with it.
 *
 * @param select - Must give the same object as long as nothing in it changed.
 * @param also - A second topic, where one does not tell of everything that `select` reads.
 */
export function useRoomState<Part>(topic: Topic, select: (state: State) => Part, also?: Topic): Part {
  const store = useRoomStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      const undo = store.subscribeTo(topic, listener);
      const undoAlso = also && store.subscribeTo(also, listener);
      return () => {
        undo();
        undoAlso?.();
      };
    },
    [store, topic, also],
  );
  return useSyncExternalStore(
    subscribe,
    () => select(store.getState()),
    () => select(store.getInitialState()),
  );
}
