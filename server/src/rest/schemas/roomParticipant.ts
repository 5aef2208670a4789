import { type Static, Type } from 'typebox';
import type { Participant } from '../../db/repositories/SessionHistory.ts';
import { named } from './named.ts';
import { NullableTimestamp, Timestamp, Uuid } from './text.ts';

/** A participant, as the API shows it. */
export const RoomParticipant = named('RoomParticipant', {
  id: Type.String({ description: 'The participant id that the client SDK shows.' }),
  record_type: Type.Literal('room_participant'),
  session_id: Uuid,
  name: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'By the word of the token.' }),
  context: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  joined_at: Timestamp,
  updated_at: Timestamp,
  left_at: NullableTimestamp,
});

export function presentRoomParticipant(participant: Participant): Static<typeof RoomParticipant> {
  return {
    id: participant.id,
    record_type: 'room_participant',
    session_id: participant.sessionId,
    name: participant.name,
    context: participant.context,
    joined_at: participant.joinedAt.toISOString(),
    updated_at: participant.updatedAt.toISOString(),
    left_at: participant.leftAt?.toISOString() ?? null,
  };
}
