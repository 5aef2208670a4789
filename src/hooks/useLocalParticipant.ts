'use client';
import type { Participant } from '../engine/State.ts';
import { useParticipant } from './useParticipant.ts';
import { useRoomState } from './useRoomState.ts';

/** Yourself in the room, or undefined before the first connection. */
export function useLocalParticipant(): Participant | undefined {
  const id = useRoomState('local-participant', (state) => state.localParticipantId);
  return useParticipant(id);
}
