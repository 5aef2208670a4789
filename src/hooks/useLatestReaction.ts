'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { latestReactionsOf } from './LatestReactions.ts';
import { useRoomStore } from './RoomContext.ts';

/** A participant's reaction of the last five seconds, or null. Renders again when it comes or goes, and for no other's. */
export function useLatestReaction(participantId: string): string | null {
  const latest = latestReactionsOf(useRoomStore().commands.reactions);
  const subscribe = useCallback(
    (listener: () => void) => latest.subscribe(participantId, listener),
    [latest, participantId],
  );
  return useSyncExternalStore(
    subscribe,
    () => latest.get(participantId),
    () => null,
  );
}
