'use client';
import { subscriptionTopic } from '../engine/Topic.ts';
import { type TileStatus, tileStatusOf } from './tileStatus.ts';
import { useRoomState } from './useRoomState.ts';

/** Why a tile shows no moving picture, or null. */
export function useTileStatus(participantId: string, key: string): TileStatus | null {
  return useRoomState(
    `participant:${participantId}`,
    (state) => tileStatusOf(state, participantId, key),
    subscriptionTopic(participantId, key),
  );
}
