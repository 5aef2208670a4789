'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { subscriptionTopic } from '../engine/Topic.ts';
import type { RoomStore } from '../store/index.ts';
import { latestReactionsOf } from './LatestReactions.ts';
import { useRoomStore } from './RoomContext.ts';
import { tileStatusOf } from './tileStatus.ts';

/** What a tile shows now and then. */
export interface TileSigns {
  readonly hand: boolean;
  readonly quality: boolean;
  readonly reaction: boolean;
  readonly status: boolean;
}

/** From here down a connection is worth a sign. */
export const POOR_QUALITY = 2;

const HAND = 1;
const QUALITY = 2;
const REACTION = 4;
const STATUS = 8;

function readSigns(store: RoomStore, participantId: string, key: string): number {
  const state = store.getState();
  const participant = state.participants.get(participantId);
  if (!participant) return 0;
  const status = tileStatusOf(state, participantId, key) === null ? 0 : STATUS;
  if (key !== 'self') return status;
  // Our own is measured while its sign is mounted.
  const quality = participant.origin === 'local' || (state.connectionQualities.get(participantId) ?? 5) <= POOR_QUALITY;
  return (
    status |
    (participant.handRaisedAt ? HAND : 0) |
    (quality ? QUALITY : 0) |
    (latestReactionsOf(store.commands.reactions).get(participantId) === null ? 0 : REACTION)
  );
}

/**
 * Which of the signs that are rarely there have to be mounted. One subscription for all of them: a thousand tiles at rest
 * cost no more than that.
 */
export function useTileSigns(participantId: string, key: string): TileSigns {
  const store = useRoomStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      const undo = [
        store.subscribeTo(`participant:${participantId}`, listener),
        store.subscribeTo(subscriptionTopic(participantId, key), listener),
        store.subscribeTo(`quality:${participantId}`, listener),
        latestReactionsOf(store.commands.reactions).subscribe(participantId, listener),
      ];
      return () => {
        for (const each of undo) each();
      };
    },
    [store, participantId, key],
  );
  const signs = useSyncExternalStore(
    subscribe,
    () => readSigns(store, participantId, key),
    () => 0,
  );
  return {
    hand: (signs & HAND) > 0,
    quality: (signs & QUALITY) > 0,
    reaction: (signs & REACTION) > 0,
    status: (signs & STATUS) > 0,
  };
}
