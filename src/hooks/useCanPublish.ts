'use client';
import { useRoomState } from './useRoomState.ts';

/**
 * Whether our token allows to publish from that source. True as long as nobody knows: before the
 * first connection.
 */
export function useCanPublish(source: 'audio' | 'video' | 'presentation'): boolean {
  const id = useRoomState('local-participant', (state) => state.localParticipantId);
  return useRoomState(
    `participant:${id}`,
    (state) => state.participants.get(id)?.grants.publish.includes(source) ?? true,
    'local-participant',
  );
}
