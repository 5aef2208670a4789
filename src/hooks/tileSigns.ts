import type { State } from '../engine/State.ts';
import { tileStatusOf } from './tileStatus.ts';

/** From here down a connection is worth a sign. */
export const POOR_QUALITY = 2;

/**
 * What a tile shows now and then, as bits: a thousand tiles at rest have none of it mounted. Of speaking it is told only where
 * somebody has to be rendered for that.
 */
export const SIGNS = { hand: 1, quality: 2, reaction: 4, status: 8, picture: 16, speaking: 32 } as const;

/** Which signs the state calls for; of reactions and pictures it does not tell. */
export function readSigns(state: State, participantId: string, key: string): number {
  const participant = state.participants.get(participantId);
  if (!participant) return 0;
  const status = tileStatusOf(state, participantId, key) === null ? 0 : SIGNS.status;
  if (key !== 'self') return status;
  // Our own is measured while its sign is mounted.
  const quality = participant.origin === 'local' || (state.connectionQualities.get(participantId) ?? 5) <= POOR_QUALITY;
  return status | (participant.handRaisedAt ? SIGNS.hand : 0) | (quality ? SIGNS.quality : 0);
}
