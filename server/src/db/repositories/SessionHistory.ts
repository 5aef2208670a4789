import { and, desc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../Database.ts';
import { type DateRange, withinRange } from '../DateRange.ts';
import { holds } from '../holds.ts';
import { type Page, type PageRequest, readPage } from '../readPage.ts';
import { roomParticipants, roomSessions } from '../schema/index.ts';

/** A session, over or not. */
export type Session = typeof roomSessions.$inferSelect;

/** A person's part in a session. */
export type Participant = typeof roomParticipants.$inferSelect;

/** Which sessions are wanted; what is absent does not matter. */
export interface SessionFilter {
  roomId?: string;
  active?: boolean;
  createdAt: DateRange;
  updatedAt: DateRange;
  endedAt: DateRange;
}

/** Which participants are wanted; what is absent does not matter. */
export interface ParticipantFilter {
  sessionId?: string;
  /** The room of their session. */
  roomId?: string;
  /** Text that the name, the context or the id holds, upper and lower case alike. */
  search?: string;
  /** Text that the context holds, upper and lower case told apart. */
  context?: string;
  joinedAt: DateRange;
  updatedAt: DateRange;
  leftAt: DateRange;
}

/** Reads who met when; {@link SessionsRepository} writes it. */
export class SessionHistory {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Sessions that pass the filter, the newest first. */
  list(filter: SessionFilter, page: PageRequest): Promise<Page<Session>> {
    const condition = sessionCondition(filter);
    const query = this.#db.select().from(roomSessions).where(condition).$dynamic();
    return readPage(this.#db, roomSessions, condition, query, page, [roomSessions.createdAt, roomSessions.id]);
  }

  async find(id: string): Promise<Session | null> {
    const [session] = await this.#db.select().from(roomSessions).where(eq(roomSessions.id, id));
    return session ?? null;
  }

  /** Participants that pass the filter, who joined last comes first. */
  listParticipants(filter: ParticipantFilter, page: PageRequest): Promise<Page<Participant>> {
    const { id, sessionId, joinedAt } = roomParticipants;
    const condition = participantCondition(this.#db, filter);
    const query = this.#db.select().from(roomParticipants).where(condition).$dynamic();
    return readPage(this.#db, roomParticipants, condition, query, page, [joinedAt, id, sessionId]);
  }

  /** The participant of that id, in the session that it joined last where there are several. */
  async findParticipant(id: string): Promise<Participant | null> {
    const [participant] = await this.#db
      .select()
      .from(roomParticipants)
      .where(eq(roomParticipants.id, id))
      .orderBy(desc(roomParticipants.joinedAt), desc(roomParticipants.sessionId))
      .limit(1);
    return participant ?? null;
  }

  /** Those of the ids whose bearers are in the session, or were. */
  async knownParticipants(sessionId: string, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const { id } = roomParticipants;
    const rows = await this.#db
      .select({ id })
      .from(roomParticipants)
      .where(and(eq(roomParticipants.sessionId, sessionId), inArray(id, [...ids])));
    return new Set(rows.map((row) => row.id));
  }

  /** The newest sessions of each room, up to `limit` a room; newest first. */
  async newestOfRooms(roomIds: readonly string[], limit: number): Promise<Map<string, Session[]>> {
    const newestFirst = sql`partition by ${roomSessions.roomId} order by ${roomSessions.createdAt} desc, ${roomSessions.id} desc`;
    const ranked = this.#db
      .select({ id: roomSessions.id, rank: sql<number>`row_number() over (${newestFirst})`.as('rank') })
      .from(roomSessions)
      .where(inArray(roomSessions.roomId, [...roomIds]))
      .as('ranked');
    const rows = await this.#db
      .select({ session: roomSessions })
      .from(roomSessions)
      .innerJoin(ranked, and(eq(ranked.id, roomSessions.id), lte(ranked.rank, limit)))
      .orderBy(desc(roomSessions.createdAt), desc(roomSessions.id));
    return Map.groupBy(
      rows.map(({ session }) => session),
      ({ roomId }) => roomId,
    );
  }

  /** The participants of each session, up to `limit` a session; who joined last comes first. */
  async participantsOfSessions(sessionIds: readonly string[], limit: number): Promise<Map<string, Participant[]>> {
    const { id, sessionId, joinedAt } = roomParticipants;
    const ranked = this.#db
      .select({
        id,
        sessionId,
        rank: sql<number>`row_number() over (partition by ${sessionId} order by ${joinedAt} desc, ${id} desc)`.as(
          'rank',
        ),
      })
      .from(roomParticipants)
      .where(inArray(sessionId, [...sessionIds]))
      .as('ranked');
    const rows = await this.#db
      .select({ participant: roomParticipants })
      .from(roomParticipants)
      .innerJoin(ranked, and(eq(ranked.sessionId, sessionId), eq(ranked.id, id), lte(ranked.rank, limit)))
      .orderBy(desc(joinedAt), desc(id));
    return Map.groupBy(
      rows.map(({ participant }) => participant),
      (participant) => participant.sessionId,
    );
  }
}

function sessionCondition({ roomId, active, createdAt, updatedAt, endedAt }: SessionFilter): SQL | undefined {
  return and(
    roomId === undefined ? undefined : eq(roomSessions.roomId, roomId),
    active === undefined ? undefined : (active ? isNull : isNotNull)(roomSessions.endedAt),
    withinRange(roomSessions.createdAt, createdAt),
    withinRange(roomSessions.updatedAt, updatedAt),
    withinRange(roomSessions.endedAt, endedAt),
  );
}

function participantCondition(db: Database, filter: ParticipantFilter): SQL | undefined {
  const { sessionId, roomId, search, context, joinedAt, updatedAt, leftAt } = filter;
  const { id, name, context: said, sessionId: session } = roomParticipants;
  const ofRoom = (room: string) =>
    inArray(session, db.select({ id: roomSessions.id }).from(roomSessions).where(eq(roomSessions.roomId, room)));
  return and(
    sessionId === undefined ? undefined : eq(session, sessionId),
    roomId === undefined ? undefined : ofRoom(roomId),
    search === undefined ? undefined : or(...[id, name, said].map((column) => holds(column, search))),
    context === undefined ? undefined : sql`strpos(${said}, ${context}) > 0`,
    withinRange(roomParticipants.joinedAt, joinedAt),
    withinRange(roomParticipants.updatedAt, updatedAt),
    withinRange(roomParticipants.leftAt, leftAt),
  );
}
