import type { QualityLevel } from '../protocol/index.ts';
import type { State } from './State.ts';

/** How good a participant's connection is, 0 while it is being mended; null for somebody who is not there. */
export function connectionQualityOf(state: State, participantId: string): QualityLevel | null {
  const participant = state.participants.get(participantId);
  if (!participant) return null;
  const mending =
    participant.connection === 'reconnecting' ||
    (participantId === state.localParticipantId && state.status === 'reconnecting');
  return mending ? 0 : (state.connectionQualities.get(participantId) ?? 5);
}
