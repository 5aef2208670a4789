import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Publish } from '../../events/RoomEvents.ts';
import type { Database } from '../Database.ts';
import { roomParticipants, roomSessions } from '../schema/index.ts';
import { leave, publishEnded, publishLeft, roomOf } from './sessionEndings.ts';

interface DeadServer {
  tx: Database;
  publish: Publish;
  /** null: what is of no server. */
  serverId: string | null;
  lastSeenAt: Date | null;
  now: Date;
}

/**
 * Ends the presences and the sessions that a server left open, at the last moment at which it is known to have lived.
 * Its people may have gone on at another server, in the same session: that one is left alone.
 */
export async function closeLeftOpen({ tx, publish, serverId, lastSeenAt, now }: DeadServer): Promise<void> {
  const atLeast = (moment: SQL | PgColumn) =>
    lastSeenAt === null ? sql`${moment}` : sql`greatest(${moment}, ${lastSeenAt.toISOString()}::timestamptz)`;

  const open = and(isOf(roomSessions.serverId, serverId), isNull(roomSessions.endedAt));
  const sessionIds = tx.select({ id: roomSessions.id }).from(roomSessions).where(open);
  const left = { leftAt: atLeast(roomParticipants.updatedAt), updatedAt: now };
  const theirs = or(isOf(roomParticipants.serverId, serverId), inArray(roomParticipants.sessionId, sessionIds));
  const gone = Map.groupBy(await leave(tx, left, theirs), ({ sessionId }) => sessionId);
  for (const [sessionId, participants] of gone) {
    publishLeft(publish, participants, await roomOf(tx, sessionId), 'server_failed');
  }

  const { leftAt, sessionId } = roomParticipants;
  const lastLeft = sql`(select max(${leftAt}) from ${roomParticipants} where ${sessionId} = ${roomSessions.id})`;
  const ended = await tx
    .update(roomSessions)
    .set({ endedAt: sql`greatest(${atLeast(roomSessions.updatedAt)}, ${lastLeft})`, updatedAt: now })
    .where(open)
    .returning();
  for (const session of ended) publishEnded(publish, session, 'server_failed');
}

function isOf(column: PgColumn, serverId: string | null): SQL {
  return serverId === null ? isNull(column) : eq(column, serverId);
}
