import { type Static, Type } from 'typebox';
import type { Participant, Session } from '../../db/repositories/SessionHistory.ts';
import { named } from './named.ts';
import { presentRoomParticipant, RoomParticipant } from './roomParticipant.ts';
import { NullableTimestamp, Timestamp, Uuid } from './text.ts';

/** A session, as the API shows it. */
export const RoomSession = named('RoomSession', {
  id: Uuid,
  record_type: Type.Literal('room_session'),
  room_id: Uuid,
  active: Type.Boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
  ended_at: NullableTimestamp,
  participants: Type.Optional(
    Type.Array(RoomParticipant, { description: 'With include_participants: the 250 who joined last.' }),
  ),
});

/** A session, with its participants where they were asked for. */
export function presentRoomSession(
  session: Session,
  participants?: readonly Participant[],
): Static<typeof RoomSession> {
  return {
    id: session.id,
    record_type: 'room_session',
    room_id: session.roomId,
    active: session.endedAt === null,
    created_at: session.createdAt.toISOString(),
    updated_at: session.updatedAt.toISOString(),
    ended_at: session.endedAt?.toISOString() ?? null,
    ...(participants && { participants: participants.map(presentRoomParticipant) }),
  };
}
