'use client';
import { useRoomState } from './useRoomState.ts';

/** A participant's name as its token gave it, or undefined. Renders again when the name changes, not when the person speaks. */
export function useParticipantName(participantId: string): string | undefined {
  return useRoomState(`participant:${participantId}`, (state) => state.participants.get(participantId)?.name);
}
