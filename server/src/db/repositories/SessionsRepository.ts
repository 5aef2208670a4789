import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { ParticipantLeftReason, SessionEndedReason } from '../../events/RoomEvent.ts';
import type { RoomEvents } from '../../events/RoomEvents.ts';
import { roomParticipants, roomSessions, rooms } from '../schema/index.ts';
import { closeLeftOpen } from './closeLeftOpen.ts';
import { leave, publishEnded, publishLeft, roomOf } from './sessionEndings.ts';

/** A person who entered a session. */
export interface JoinedParticipant {
  /** The participant id of the token. */
  id: string;
  sessionId: string;
  /** By the word of the token. */
  name?: string | null;
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
  readonly #serverId: string;

  /** @param serverId whose sessions and participants these are: what it leaves open when it dies is known by that. */
  constructor(events: RoomEvents, now: Clock, serverId: string) {
    this.#events = events;
    this.#now = now;
    this.#serverId = serverId;
  }

  /**
   * The id of the room's active session, which is begun if there is none. One that another server has begun is this
   * server's from now on: people come here when that one is gone.
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
        .select({ id: roomSessions.id, serverId: roomSessions.serverId })
        .from(roomSessions)
        .where(and(eq(roomSessions.roomId, roomId), isNull(roomSessions.endedAt)));
      const serverId = this.#serverId;
      if (active) {
        if (active.serverId !== serverId) {
          await tx.update(roomSessions).set({ serverId }).where(eq(roomSessions.id, active.id));
        }
        return active.id;
      }
      const id = randomUUID();
      const now = this.#now();
      await tx.insert(roomSessions).values({ id, roomId, serverId, createdAt: now, updatedAt: now });
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

  /**
   * Ends what a server left open that died.
   *
   * @param serverId null: what is of no server.
   * @param lastSeenAt when it was last known to live. What it wrote later is a sign of life, too.
   */
  async closeLeftOpenBy(serverId: string | null, lastSeenAt: Date | null): Promise<void> {
    await this.#events.record((tx, publish) => closeLeftOpen({ tx, publish, serverId, lastSeenAt, now: this.#now() }));
  }

  /** Someone came in, for the first time or again; or somebody who is there says something else of itself. */
  async participantJoined({ id, sessionId, name = null, context }: JoinedParticipant): Promise<void> {
    const now = this.#now();
    await this.#events.record(async (tx, publish) => {
      const [known] = await tx
        .select({ leftAt: roomParticipants.leftAt })
        .from(roomParticipants)
        .where(and(eq(roomParticipants.sessionId, sessionId), eq(roomParticipants.id, id)));
      const comesIn = known === undefined || known.leftAt !== null;
      await tx
        .insert(roomParticipants)
        .values({
          ...{ id, sessionId, name, context, serverId: this.#serverId },
          ...{ joinedAt: now, presentSince: now, updatedAt: now },
        })
        .onConflictDoUpdate({
          target: [roomParticipants.sessionId, roomParticipants.id],
          set: {
            name,
            context,
            serverId: this.#serverId,
            updatedAt: now,
            leftAt: null,
            ...(comesIn && { presentSince: now }),
          },
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
      const gone = await leave(tx, { leftAt: at, updatedAt: at }, condition);
      if (gone.length === 0) return;
      publishLeft(publish, gone, await roomOf(tx, sessionId), reason);
    });
  }

  async #end(reason: SessionEndedReason, at: Date, which: SQL): Promise<void> {
    await this.#events.record(async (tx, publish) => {
      const ended = await tx
        .update(roomSessions)
        .set({ endedAt: at, updatedAt: at })
        .where(and(which, isNull(roomSessions.endedAt)))
        .returning();
      if (ended.length === 0) return;
      const ids = ended.map((session) => session.id);
      const gone = Map.groupBy(
        await leave(tx, { leftAt: at, updatedAt: at }, inArray(roomParticipants.sessionId, ids)),
        (participant) => participant.sessionId,
      );
      for (const session of ended) {
        const leftReason = reason === 'empty' ? 'lost' : reason;
        publishLeft(publish, gone.get(session.id) ?? [], session.roomId, leftReason);
        publishEnded(publish, session, reason);
      }
    });
  }
}
