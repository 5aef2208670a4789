'use client';
import type { Participant } from '../engine/State.ts';
import { useRoomState } from './useRoomState.ts';

/** One participant, or undefined when it is not (or no longer) in the room. */
export function useParticipant(participantId: string): Participant | undefined {
  return useRoomState(`participant:${participantId}`, (state) => state.participants.get(participantId));
}
