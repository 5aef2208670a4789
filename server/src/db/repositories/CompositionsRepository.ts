import { randomUUID } from 'node:crypto';
import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { type DateRange, withinRange } from '../DateRange.ts';
import { type Page, type PageRequest, readPage } from '../readPage.ts';
import { roomCompositions } from '../schema/index.ts';

/** A composition, made or not. */
export type Composition = typeof roomCompositions.$inferSelect;

/** What is asked for. */
export type NewComposition = Pick<
  Composition,
  | 'roomId'
  | 'sessionId'
  | 'apiKeyId'
  | 'format'
  | 'width'
  | 'height'
  | 'videoLayout'
  | 'audioSources'
  | 'webhookEventUrl'
  | 'webhookEventFailoverUrl'
  | 'webhookTimeoutSecs'
>;

/** The file of a composition. */
export type ComposedFile = Pick<Composition, 'sizeBytes' | 'durationMs'> & { storageKey: string };

/** Which compositions are wanted; what is absent does not matter. */
export interface CompositionFilter {
  roomId?: string | undefined;
  sessionId?: string | undefined;
  status?: Composition['status'] | undefined;
  createdAt?: DateRange;
}

/** The record of compositions. What changes one gives it as it is then, or `null` when it is not there any more. */
export class CompositionsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** The same record, written within a transaction. */
  within(tx: Database): CompositionsRepository {
    return new CompositionsRepository(tx, this.#now);
  }

  async create(values: NewComposition): Promise<Composition> {
    const now = this.#now();
    const [created] = await this.#db
      .insert(roomCompositions)
      .values({ ...values, id: randomUUID(), status: 'enqueued', progress: 0, createdAt: now, updatedAt: now })
      .returning();
    return created as Composition;
  }

  async find(id: string): Promise<Composition | null> {
    const [composition] = await this.#db.select().from(roomCompositions).where(eq(roomCompositions.id, id));
    return composition ?? null;
  }

  /** Compositions that pass the filter, the newest first. */
  list({ roomId, sessionId, status, createdAt }: CompositionFilter, page: PageRequest): Promise<Page<Composition>> {
    const { id, roomId: room, sessionId: session, status: state, createdAt: created } = roomCompositions;
    const condition = and(
      roomId === undefined ? undefined : eq(room, roomId),
      sessionId === undefined ? undefined : eq(session, sessionId),
      status === undefined ? undefined : eq(state, status),
      createdAt && withinRange(created, createdAt),
    );
    const query = this.#db.select().from(roomCompositions).where(condition).$dynamic();
    return readPage(this.#db, roomCompositions, condition, query, page, [created, id]);
  }

  /** It is being made now. One that is completed or has failed stays as it is, and `null` is given. */
  begin(id: string): Promise<Composition | null> {
    return this.#change(id, { status: 'processing', progress: 0, startedAt: this.#now() }, unfinished);
  }

  /** How far it is, from 0 to 1. */
  progress(id: string, progress: number): Promise<Composition | null> {
    return this.#change(id, { progress }, eq(roomCompositions.status, 'processing'));
  }

  /** What was begun is begun anew some time. */
  requeue(id: string): Promise<Composition | null> {
    return this.#change(id, { status: 'enqueued', progress: 0, startedAt: null }, unfinished);
  }

  /** Its file is in the storage. */
  complete(id: string, file: ComposedFile): Promise<Composition | null> {
    const at = this.#now();
    return this.#change(id, { ...file, status: 'completed', progress: 1, endedAt: at, completedAt: at }, unfinished);
  }

  /** It cannot be made. */
  fail(id: string, failureReason: string): Promise<Composition | null> {
    return this.#change(id, { status: 'failed', failureReason, endedAt: this.#now() }, unfinished);
  }

  /** Removes one from the record; tells whether there was one. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.#db
      .delete(roomCompositions)
      .where(eq(roomCompositions.id, id))
      .returning({ id: roomCompositions.id });
    return removed.length > 0;
  }

  async #change(id: string, changes: Partial<Composition>, condition: SQL): Promise<Composition | null> {
    const [changed] = await this.#db
      .update(roomCompositions)
      .set({ ...changes, updatedAt: this.#now() })
      .where(and(eq(roomCompositions.id, id), condition))
      .returning();
    return changed ?? null;
  }
}

const unfinished = inArray(roomCompositions.status, ['enqueued', 'processing']);
