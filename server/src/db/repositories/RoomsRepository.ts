import { randomUUID } from 'node:crypto';
import { and, count, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { type DateRange, withinRange } from '../DateRange.ts';
import { holds } from '../holds.ts';
import { isUniqueViolation } from '../isUniqueViolation.ts';
import { type Page, type PageRequest, readPage } from '../readPage.ts';
import { roomSessions, rooms } from '../schema/index.ts';
import { UNIQUE_NAME_INDEX } from '../schema/rooms.ts';

/** What a room is made of; the rest the repository adds. */
export interface RoomValues {
  uniqueName: string | null;
  maxParticipants: number;
  enableRecording: boolean;
  webhookEventUrl: string | null;
  webhookEventFailoverUrl: string | null;
  webhookTimeoutSecs: number | null;
}

/** A room, with the id of its session that goes on, if one does. */
export interface Room extends RoomValues {
  id: string;
  activeSessionId: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Which rooms are wanted; what is absent does not matter. */
export interface RoomFilter {
  uniqueName?: string;
  /** Text that the name holds, upper and lower case alike. */
  search?: string;
  createdAt: DateRange;
  updatedAt: DateRange;
}

/** Another living room has that name. */
export class UniqueNameTakenError extends Error {
  override readonly name = 'UniqueNameTakenError';
}

/** Who makes a room. */
export interface RoomOwner {
  apiKeyId: string | null;
  /** How many rooms one key may have; 0: any number. */
  limit: number;
}

const NOBODY: RoomOwner = { apiKeyId: null, limit: 0 };

/** The API key has as many rooms as it may. */
export class TooManyRoomsError extends Error {
  override readonly name = 'TooManyRoomsError';
}

/** Rooms that are not deleted. */
export class RoomsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /**
   * @param owner - The API key, and how many rooms it may have at a time; 0: any number.
   * @throws {@link UniqueNameTakenError}, {@link TooManyRoomsError}
   */
  async create(values: RoomValues, owner: RoomOwner = NOBODY): Promise<Room> {
    const id = randomUUID();
    const now = this.#now();
    await refuseTakenName(values.uniqueName, () =>
      this.#db.transaction(async (tx) => {
        await requireRoomFor(tx, owner);
        await tx.insert(rooms).values({ ...values, id, apiKeyId: owner.apiKeyId, createdAt: now, updatedAt: now });
      }),
    );
    return { ...values, id, activeSessionId: null, createdAt: now, updatedAt: now };
  }

  /** The room of that id, or `null`. */
  async find(id: string): Promise<Room | null> {
    const [room] = await this.#select(eq(rooms.id, id));
    return room ?? null;
  }

  /** Rooms that pass the filter, the newest first. */
  list({ uniqueName, search, createdAt, updatedAt }: RoomFilter, page: PageRequest): Promise<Page<Room>> {
    const condition = and(
      isNull(rooms.deletedAt),
      uniqueName === undefined ? undefined : eq(rooms.uniqueName, uniqueName),
      search === undefined ? undefined : holds(rooms.uniqueName, search),
      withinRange(rooms.createdAt, createdAt),
      withinRange(rooms.updatedAt, updatedAt),
    );
    return readPage(this.#db, rooms, condition, this.#select(condition), page, [rooms.createdAt, rooms.id]);
  }

  /**
   * Changes what is given and gives the room, or `null` if there is none.
   *
   * @throws {@link UniqueNameTakenError}
   */
  async update(id: string, changes: Partial<RoomValues>): Promise<Room | null> {
    await refuseTakenName(changes.uniqueName, () =>
      this.#db
        .update(rooms)
        .set({ ...changes, updatedAt: this.#now() })
        .where(and(eq(rooms.id, id), isNull(rooms.deletedAt))),
    );
    return this.find(id);
  }

  /** Deletes a room; tells whether there was one. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.#db
      .update(rooms)
      .set({ deletedAt: this.#now() })
      .where(and(eq(rooms.id, id), isNull(rooms.deletedAt)))
      .returning({ id: rooms.id });
    return removed.length > 0;
  }

  #select(condition: SQL | undefined) {
    const { deletedAt: _, apiKeyId: __, ...columns } = getTableColumns(rooms);
    return this.#db
      .select({ ...columns, activeSessionId: roomSessions.id })
      .from(rooms)
      .leftJoin(roomSessions, and(eq(roomSessions.roomId, rooms.id), isNull(roomSessions.endedAt)))
      .where(and(condition, isNull(rooms.deletedAt)))
      .$dynamic();
  }
}

async function requireRoomFor(
  tx: Parameters<Parameters<Database['transaction']>[0]>[0],
  { apiKeyId, limit }: RoomOwner,
): Promise<void> {
  if (apiKeyId === null || limit === 0) return;
  // One after the other: two at once would both see the last free place. Given back with the transaction.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${apiKeyId}, 0))`);
  const [row] = await tx
    .select({ taken: count() })
    .from(rooms)
    .where(and(eq(rooms.apiKeyId, apiKeyId), isNull(rooms.deletedAt)));
  if (row && row.taken >= limit)
    throw new TooManyRoomsError(`This API key has ${row.taken} rooms and may have ${limit}.`);
}

async function refuseTakenName(
  uniqueName: string | null | undefined,
  write: () => PromiseLike<unknown>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isUniqueViolation(error, UNIQUE_NAME_INDEX)) throw error;
    throw new UniqueNameTakenError(`Another room is named "${uniqueName}".`, { cause: error });
  }
}
