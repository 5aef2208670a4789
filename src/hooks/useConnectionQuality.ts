'use client';
import { useEffect } from 'react';
import { connectionQualityOf } from '../engine/connectionQualityOf.ts';
import type { QualityLevel } from '../engine/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { useIsLocalParticipant } from './useIsLocalParticipant.ts';
import { useRoomState } from './useRoomState.ts';

/**
 * How good a participant's connection is, from 0 (unusable, or just reconnecting) to 5; 5 until something is known to be
 * wrong, null for somebody who is not in the room. Renders only when the level changes.
 *
 * Of others the SFU tells how well it receives them, which costs nothing here. Your own is measured, too, while this is
 * mounted: once a second, in one reading for all who ask.
 */
export function useConnectionQuality(participantId: string): QualityLevel | null {
  const { commands } = useRoomStore();
  const isLocal = useIsLocalParticipant(participantId);
  useEffect(() => (isLocal ? commands.stats.watchConnection() : undefined), [commands, isLocal]);
  // What it depends on beside the participant: the level is read with the newest of both.
  useRoomState('connection', (state) => isLocal && state.status === 'reconnecting');
  return useRoomState(
    `quality:${participantId}`,
    (state) => connectionQualityOf(state, participantId),
    `participant:${participantId}`,
  );
}
