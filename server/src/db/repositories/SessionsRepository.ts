import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { ParticipantLeftReason, SessionEndedReason } from '../../events/RoomEvent.ts';
import type { Publish, RoomEvents } from '../../events/RoomEvents.ts';
import type { Database } from '../Database.ts';
import { roomParticipants, roomSessions, rooms } from '../schema/index.ts';
import type { Participant } from './SessionHistory.ts';

/** A person who entered a session. */
export interface JoinedParticipant {
  /** The participant id of the token. */
  id: string;
  sessionId: string;
  /** What the client said about itself at the join; free text. */
  context: string | null;
}

/** A session was to be opened in a room that is deleted or never was. */
export class RoomGoneError extends Error {
  override readonly name = 'RoomGoneError';
}

/** The record of who met when. The live side writes it as people come and go; what happened is published with it. */
export class SessionsRepository {
  readonly #events: RoomEvents;
  readonly #now: Clock;

  constructor(events: RoomEvents, now: Clock) {
    this.#events = events;
    this.#now = now;
  }

  /**
   * The id of the room's active session, which is begun if there is none.
   *
   * @throws {@link RoomGoneError} when the room is deleted, also while this runs.
   */
  open(roomId: string): Promise<string> {
    return this.#events.record(async (tx, publish) => {
      // The row is held until the end: two first joins begin one session, and a deletion waits or is seen.
      const [room] = await tx
        .select({ id: rooms.id })
        .from(rooms)
        .where(and(eq(rooms.id, roomId), isNull(rooms.deletedAt)))
        .for('update');
      if (!room) throw new RoomGoneError(`Room ${roomId} is deleted: no session can begin in it.`);
      const [active] = await tx
        .select({ id: roomSessions.id })
        .from(roomSessions)
        .where(and(eq(roomSessions.roomId, roomId), isNull(roomSessions.endedAt)));
      if (active) return active.id;
      const id = randomUUID();
      const now = this.#now();
      await tx.insert(roomSessions).values({ id, roomId, createdAt: now, updatedAt: now });
      publish({ type: 'video.room.session.started', payload: { room_id: roomId, session_id: id }, occurredAt: now });
      return id;
    });
  }

  /** Ends a session, and the presence of everyone still in it. A session that has ended stays as it is. */
  async end(sessionId: string, reason: SessionEndedReason, at: Date = this.#now()): Promise<void> {
    await this.#end(reason, at, eq(roomSessions.id, sessionId));
  }

  /** Ends the active session of a room, if there is one. */
  async endActiveOf(roomId: string, reason: SessionEndedReason): Promise<void> {
    await this.#end(reason, this.#now(), eq(roomSessions.roomId, roomId));
  }

  /** Ends what a server that died left open. To be called once, before anyone can join. */
  async closeLeftOpen(): Promise<void> {
    await this.#end('server_failed', this.#now());
  }

  /** Someone came in, for the first time or again; or somebody who is there says something else of itself. */
  async participantJoined({ id, sessionId, context }: JoinedParticipant): Promise<void> {
    const now = this.#now();
    await this.#events.record(async (tx, publish) => {
      const [known] = await tx
        .select({ leftAt: roomParticipants.leftAt })
        .from(roomParticipants)
        .where(and(eq(roomParticipants.sessionId, sessionId), eq(roomParticipants.id, id)));
      const comesIn = known === undefined || known.leftAt !== null;
      await tx
        .insert(roomParticipants)
        .values({ id, sessionId, context, joinedAt: now, presentSince: now, updatedAt: now })
        .onConflictDoUpdate({
          target: [roomParticipants.sessionId, roomParticipants.id],
          set: { context, updatedAt: now, leftAt: null, ...(comesIn && { presentSince: now }) },
        });
      if (!comesIn) return;
      const roomId = await roomOf(tx, sessionId);
      const payload = { room_id: roomId, session_id: sessionId, participant_id: id, context };
      publish({ type: 'video.room.participant.joined', payload, occurredAt: now });
    });
  }

  /** Someone went from a session; the same person may be in another room at the same time. */
  async participantLeft(
    { id, sessionId }: { id: string; sessionId: string },
    reason: ParticipantLeftReason,
    at: Date = this.#now(),
  ): Promise<void> {
    await this.#events.record(async (tx, publish) => {
      const condition = and(eq(roomParticipants.sessionId, sessionId), eq(roomParticipants.id, id));
      const gone = await leave(tx, at, condition);
      if (gone.length === 0) return;
      publishLeft(publish, gone, await roomOf(tx, sessionId), reason, at);
    });
  }

  async #end(reason: SessionEndedReason, at: Date, which?: SQL): Promise<void> {
    await this.#events.record(async (tx, publish) => {
      const { id, roomId, createdAt } = roomSessions;
      const ended = await tx
        .update(roomSessions)
        .set({ endedAt: at, updatedAt: at })
        .where(and(which, isNull(roomSessions.endedAt)))
        .returning({ id, roomId, createdAt });
      if (ended.length === 0) return;
      const ids = ended.map((session) => session.id);
      const gone = Map.groupBy(
        await leave(tx, at, inArray(roomParticipants.sessionId, ids)),
        (participant) => participant.sessionId,
      );
      for (const session of ended) {
        const leftReason = reason === 'empty' ? 'lost' : reason;
        publishLeft(publish, gone.get(session.id) ?? [], session.roomId, leftReason, at);
        const payload = {
          room_id: session.roomId,
          session_id: session.id,
          duration_secs: secondsBetween(session.createdAt, at),
          ended_reason: reason,
        };
        publish({ type: 'video.room.session.ended', payload, occurredAt: at });
      }
    });
  }
}

/** Ends the presence of those who are still there and gives them. */
function leave(tx: Database, at: Date, which: SQL | undefined) {
  return tx
    .update(roomParticipants)
    .set({ leftAt: at, updatedAt: at })
    .where(and(which, isNull(roomParticipants.leftAt)))
    .returning();
}

function publishLeft(
  publish: Publish,
  gone: readonly Participant[],
  roomId: string,
  reason: ParticipantLeftReason,
  at: Date,
): void {
  for (const { id, sessionId, context, joinedAt, presentSince } of gone) {
    const payload = {
      room_id: roomId,
      session_id: sessionId,
      participant_id: id,
      context,
      duration_secs: secondsBetween(presentSince ?? joinedAt, at),
      left_reason: reason,
    };
    publish({ type: 'video.room.participant.left', payload, occurredAt: at });
  }
}

async function roomOf(tx: Database, sessionId: string): Promise<string> {
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
