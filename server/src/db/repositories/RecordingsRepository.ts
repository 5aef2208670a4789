import { and, asc, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { type DateRange, withinRange } from '../DateRange.ts';
import { type Page, type PageRequest, readPage } from '../readPage.ts';
import { roomRecordings, roomSessions } from '../schema/index.ts';

/** A recording, going on or not. */
export type Recording = typeof roomRecordings.$inferSelect;

/** What is known of a recording when it begins. */
export type NewRecording = Pick<
  Recording,
  'id' | 'roomId' | 'sessionId' | 'participantId' | 'streamKey' | 'type' | 'codec' | 'startedAt'
>;

/** The file of a recording that has ended; when it begins, if that is known better by then. */
export type RecordedFile = Pick<Recording, 'storageKey' | 'sizeBytes' | 'durationMs'> &
  Partial<Pick<Recording, 'startedAt'>>;

/** Which recordings are wanted; what is absent does not matter. */
export interface RecordingFilter {
  roomId?: string | undefined;
  sessionId?: string | undefined;
  participantId?: string | undefined;
  status?: Recording['status'] | undefined;
  type?: Recording['type'] | undefined;
  startedAt?: DateRange;
  endedAt?: DateRange;
  /** Whole seconds, as the API shows them. */
  durationSecs?: { eq?: number | undefined; gte?: number | undefined; lte?: number | undefined };
}

/** The record of what was recorded. The files are in the storage. */
export class RecordingsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** The same record, written within a transaction. */
  within(tx: Database): RecordingsRepository {
    return new RecordingsRepository(tx, this.#now);
  }

  /** A recording has begun. */
  async begin(recording: NewRecording): Promise<Recording> {
    const now = this.#now();
    const [begun] = await this.#db
      .insert(roomRecordings)
      .values({ ...recording, status: 'processing', createdAt: now, updatedAt: now })
      .returning();
    if (!begun) throw new Error('The database has not taken a recording.');
    return begun;
  }

  /** It is known better when a recording began. Gives it, or `null` when it was deleted meanwhile. */
  correctStart(id: string, startedAt: Date): Promise<Recording | null> {
    return this.#update(id, { startedAt });
  }

  /** A recording is complete, and its file is in the storage. Gives it, or `null` when it was deleted meanwhile. */
  complete(id: string, file: RecordedFile, endedAt: Date): Promise<Recording | null> {
    return this.#update(id, {
      ...file,
      status: 'completed',
      failureReason: null,
      endedAt,
      completedAt: this.#now(),
    });
  }

  /** A recording has failed; `file` is what could be saved of it. Gives it, or `null` when it was deleted meanwhile. */
  fail(id: string, failureReason: string, endedAt: Date, file: RecordedFile | null = null): Promise<Recording | null> {
    return this.#update(id, { ...file, status: 'failed', failureReason, endedAt });
  }

  async find(id: string): Promise<Recording | null> {
    const [recording] = await this.#db.select().from(roomRecordings).where(eq(roomRecordings.id, id));
    return recording ?? null;
  }

  /** Recordings that pass the filter, the newest first. */
  list(filter: RecordingFilter, page: PageRequest): Promise<Page<Recording>> {
    const condition = toCondition(filter);
    const query = this.#db.select().from(roomRecordings).where(condition).$dynamic();
    return readPage(this.#db, roomRecordings, condition, query, page, [roomRecordings.createdAt, roomRecordings.id]);
  }

  /** All recordings of a session, in the order in which they began. */
  ofSession(sessionId: string): Promise<Recording[]> {
    return this.#db
      .select()
      .from(roomRecordings)
      .where(eq(roomRecordings.sessionId, sessionId))
      .orderBy(asc(roomRecordings.startedAt), asc(roomRecordings.id));
  }

  /**
   * Recordings that go on, or whose file could not be stored: after a start, those that an earlier run has left, and
   * those that other servers write at the moment, in sessions that have not ended.
   */
  async unfinished(): Promise<(Recording & { sessionEnded: boolean })[]> {
    const { status, storageKey, sessionId } = roomRecordings;
    const withoutFile = and(eq(status, 'failed'), isNull(storageKey));
    const rows = await this.#db
      .select({ recording: roomRecordings, endedAt: roomSessions.endedAt })
      .from(roomRecordings)
      .innerJoin(roomSessions, eq(roomSessions.id, sessionId))
      .where(or(eq(status, 'processing'), withoutFile));
    return rows.map(({ recording, endedAt }) => ({ ...recording, sessionEnded: endedAt !== null }));
  }

  /** Removes a recording from the record; tells whether there was one. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.#db
      .delete(roomRecordings)
      .where(eq(roomRecordings.id, id))
      .returning({ id: roomRecordings.id });
    return removed.length > 0;
  }

  async #update(id: string, changes: Partial<Recording>): Promise<Recording | null> {
    const [updated] = await this.#db
      .update(roomRecordings)
      .set({ ...changes, updatedAt: this.#now() })
      .where(eq(roomRecordings.id, id))
      .returning();
    return updated ?? null;
  }
}

function toCondition(filter: RecordingFilter): SQL | undefined {
  const { roomId, sessionId, participantId, status, type, startedAt, endedAt, durationSecs } = filter;
  const { durationMs } = roomRecordings;
  const seconds = sql`round(${durationMs} / 1000.0)`;
  return and(
    roomId === undefined ? undefined : eq(roomRecordings.roomId, roomId),
    sessionId === undefined ? undefined : eq(roomRecordings.sessionId, sessionId),
    participantId === undefined ? undefined : eq(roomRecordings.participantId, participantId),
    status === undefined ? undefined : eq(roomRecordings.status, status),
    type === undefined ? undefined : eq(roomRecordings.type, type),
    startedAt && withinRange(roomRecordings.startedAt, startedAt),
    endedAt && withinRange(roomRecordings.endedAt, endedAt),
    durationSecs?.eq === undefined ? undefined : eq(seconds, durationSecs.eq),
    durationSecs?.gte === undefined ? undefined : gte(seconds, durationSecs.gte),
    durationSecs?.lte === undefined ? undefined : lte(seconds, durationSecs.lte),
  );
}
