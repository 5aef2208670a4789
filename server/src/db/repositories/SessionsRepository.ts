import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { roomParticipants, roomSessions, rooms } from '../schema/index.ts';

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

/** The record of who met when. The live side writes it as people come and go. */
export class SessionsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /**
   * The id of the room's active session, which is begun if there is none.
   *
   * @throws {@link RoomGoneError} when the room is deleted, also while this runs.
   */
  open(roomId: string): Promise<string> {
    return this.#db.transaction(async (tx) => {
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
      return id;
    });
  }

  /** Ends a session, and the presence of everyone still in it. A session that has ended stays as it is. */
  async end(sessionId: string, at: Date = this.#now()): Promise<void> {
    await this.#end(at, eq(roomSessions.id, sessionId));
  }

  /** Ends the active session of a room, if there is one. */
  async endActiveOf(roomId: string, at: Date = this.#now()): Promise<void> {
    await this.#end(at, eq(roomSessions.roomId, roomId));
  }

  /** Ends what a server that died left open. To be called once, before anyone can join. */
  async closeLeftOpen(): Promise<void> {
    await this.#end(this.#now());
  }

  /** Someone came in, for the first time or again. */
  async participantJoined({ id, sessionId, context }: JoinedParticipant): Promise<void> {
    const now = this.#now();
    await this.#db
      .insert(roomParticipants)
      .values({ id, sessionId, context, joinedAt: now, updatedAt: now })
      .onConflictDoUpdate({
        target: [roomParticipants.sessionId, roomParticipants.id],
        set: { context, updatedAt: now, leftAt: null },
      });
  }

  /** Someone went from a session; the same person may be in another room at the same time. */
  async participantLeft({ id, sessionId }: { id: string; sessionId: string }, at: Date = this.#now()): Promise<void> {
    await this.#db
      .update(roomParticipants)
      .set({ leftAt: at, updatedAt: at })
      .where(
        and(eq(roomParticipants.sessionId, sessionId), eq(roomParticipants.id, id), isNull(roomParticipants.leftAt)),
      );
  }

  async #end(at: Date, which?: ReturnType<typeof eq>): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const ended = await tx
        .update(roomSessions)
        .set({ endedAt: at, updatedAt: at })
        .where(and(which, isNull(roomSessions.endedAt)))
        .returning({ id: roomSessions.id });
      const ids = ended.map(({ id }) => id);
      await tx
        .update(roomParticipants)
        .set({ leftAt: at, updatedAt: at })
        .where(and(inArray(roomParticipants.sessionId, ids), isNull(roomParticipants.leftAt)));
    });
  }
}
