import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { ParticipantLeftReason, SessionEndedReason } from '../../events/RoomEvent.ts';
import type { Publish } from '../../events/RoomEvents.ts';
import type { Database } from '../Database.ts';
import { roomParticipants, roomSessions } from '../schema/index.ts';
import type { Participant, Session } from './SessionHistory.ts';

/** Ends the presence of those who are still there, and gives them. */
export function leave(
  tx: Database,
  moment: { leftAt: Date | SQL; updatedAt: Date },
  which: SQL | undefined,
): Promise<Participant[]> {
  return tx
    .update(roomParticipants)
    .set(moment)
    .where(and(which, isNull(roomParticipants.leftAt)))
    .returning();
}

/** Publishes that these left, each when it is on record. */
export function publishLeft(
  publish: Publish,
  gone: readonly Participant[],
  roomId: string,
  reason: ParticipantLeftReason,
): void {
  for (const { id, sessionId, context, joinedAt, presentSince, updatedAt, leftAt } of gone) {
    const occurredAt = leftAt ?? updatedAt;
    const payload = {
      room_id: roomId,
      session_id: sessionId,
      participant_id: id,
      context,
      duration_secs: secondsBetween(presentSince ?? joinedAt, occurredAt),
      left_reason: reason,
    };
    publish({ type: 'video.room.participant.left', payload, occurredAt });
  }
}

/** Publishes that a session ended, when that is on record. */
export function publishEnded(
  publish: Publish,
  { id, roomId, createdAt, updatedAt, endedAt }: Session,
  reason: SessionEndedReason,
): void {
  const occurredAt = endedAt ?? updatedAt;
  const payload = {
    room_id: roomId,
    session_id: id,
    duration_secs: secondsBetween(createdAt, occurredAt),
    ended_reason: reason,
  };
  publish({ type: 'video.room.session.ended', payload, occurredAt });
}

/** The room of a session. */
export async function roomOf(tx: Database, sessionId: string): Promise<string> {
  const [session] = await tx
    .select({ roomId: roomSessions.roomId })
    .from(roomSessions)
    .where(eq(roomSessions.id, sessionId));
  if (!session) throw new Error(`There is no session ${sessionId}.`);
  return session.roomId;
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
}
