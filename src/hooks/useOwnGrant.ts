'use client';
import { useRoomState } from './useRoomState.ts';

/** Whether our token allows something; `unknown` before the first connection. */
export function useOwnGrant(name: 'message' | 'moderate', unknown: boolean): boolean {
  const id = useRoomState('local-participant', (state) => state.localParticipantId);
  return useRoomState(
    `participant:${id}`,
    (state) => state.participants.get(id)?.grants[name] ?? unknown,
    'local-participant',
  );
}
