'use client';
import { useRoomState } from './useRoomState.ts';

/** Id of who was heard last, or null before anybody spoke. */
export function useActiveSpeaker(): string | null {
  return useRoomState('active-speaker', (state) => state.activeSpeakerId);
}
