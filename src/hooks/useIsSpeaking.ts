'use client';
import { useRoomState } from './useRoomState.ts';

/** Whether a participant is heard right now. */
export function useIsSpeaking(participantId: string): boolean {
  return useRoomState(
    `participant:${participantId}`,
    (state) => state.participants.get(participantId)?.isSpeaking === true,
  );
}
