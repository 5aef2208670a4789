'use client';
import type { Censorship, Source } from '../protocol/index.ts';
import { useRoomState } from './useRoomState.ts';

/**
 * By whom and why a source is kept off, or null while no moderator does that.
 *
 * @param participantId - @default ourselves
 */
export function useCensorship(source: Source, participantId?: string): Censorship | null {
  const localId = useRoomState('local-participant', (state) => state.localParticipantId);
  const id = participantId ?? localId;
  return useRoomState(`participant:${id}`, (state) => state.participants.get(id)?.censored?.[source] ?? null);
}
