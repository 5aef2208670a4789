'use client';
import { useRoomState } from './useRoomState.ts';

/** Whether a participant is yourself. */
export function useIsLocalParticipant(participantId: string): boolean {
  return useRoomState(
    `participant:${participantId}`,
    (state) => state.participants.get(participantId)?.origin === 'local',
  );
}
