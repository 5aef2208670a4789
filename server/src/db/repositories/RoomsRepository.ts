import { randomUUID } from 'node:crypto';
import { and, eq, getTableColumns, isNull, type SQL } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { type DateRange, withinRange } from '../DateRange.ts';
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
  createdAt: DateRange;
  updatedAt: DateRange;
}

/** Another living room has that name. */
export class UniqueNameTakenError extends Error {
  override readonly name = 'UniqueNameTakenError';
}

/** Rooms that are not deleted. */
export class RoomsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** @throws {@link UniqueNameTakenError} */
  async create(values: RoomValues): Promise<Room> {
    const id = randomUUID();
    const now = this.#now();
    await refuseTakenName(values.uniqueName, () =>
      this.#db.insert(rooms).values({ ...values, id, createdAt: now, updatedAt: now }),
    );
    return { ...values, id, activeSessionId: null, createdAt: now, updatedAt: now };
  }

  /** The room of that id, or `null`. */
  async find(id: string): Promise<Room | null> {
    const [room] = await this.#select(eq(rooms.id, id));
    return room ?? null;
  }

  /** Rooms that pass the filter, the newest first. */
  list({ uniqueName, createdAt, updatedAt }: RoomFilter, page: PageRequest): Promise<Page<Room>> {
    const condition = and(
      isNull(rooms.deletedAt),
      uniqueName === undefined ? undefined : eq(rooms.uniqueName, uniqueName),
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
    const { deletedAt: _, ...columns } = getTableColumns(rooms);
    return this.#db
      .select({ ...columns, activeSessionId: roomSessions.id })
      .from(rooms)
      .leftJoin(roomSessions, and(eq(roomSessions.roomId, rooms.id), isNull(roomSessions.endedAt)))
      .where(and(condition, isNull(rooms.deletedAt)))
      .$dynamic();
  }
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
