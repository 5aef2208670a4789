import { and, eq, isNull, lt, ne, notInArray, or } from 'drizzle-orm';
import { type PgColumn, union } from 'drizzle-orm/pg-core';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { roomParticipants, roomSessions, servers } from '../schema/index.ts';

/** A server that ran on the database, and until when it is known to have. */
export interface SeenServer {
  id: string;
  lastSeenAt: Date;
}

/** Which servers run on the database. */
export class ServersRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** A server says that it lives. */
  async beat(id: string): Promise<void> {
    const now = this.#now();
    await this.#db
      .insert(servers)
      .values({ id, startedAt: now, lastSeenAt: now })
      .onConflictDoUpdate({ target: servers.id, set: { lastSeenAt: now } });
  }

  /** When a server was last heard of; `null`: never, or it stopped in order. */
  async lastSeen(id: string): Promise<Date | null> {
    const [server] = await this.#db.select().from(servers).where(eq(servers.id, id));
    return server?.lastSeenAt ?? null;
  }

  /** The servers, but for one, that were not heard of since that moment. */
  silentSince(moment: Date, except: string): Promise<SeenServer[]> {
    return this.#db
      .select({ id: servers.id, lastSeenAt: servers.lastSeenAt })
      .from(servers)
      .where(and(lt(servers.lastSeenAt, moment), ne(servers.id, except)));
  }

  /** Servers that are not on record, and have left sessions or people open. `null`: no server was written down. */
  async unknown(): Promise<(string | null)[]> {
    const isUnknown = (id: PgColumn) =>
      or(isNull(id), notInArray(id, this.#db.select({ id: servers.id }).from(servers)));
    const sessions = this.#db
      .selectDistinct({ id: roomSessions.serverId })
      .from(roomSessions)
      .where(and(isNull(roomSessions.endedAt), isUnknown(roomSessions.serverId)));
    const participants = this.#db
      .selectDistinct({ id: roomParticipants.serverId })
      .from(roomParticipants)
      .where(and(isNull(roomParticipants.leftAt), isUnknown(roomParticipants.serverId)));
    return (await union(sessions, participants)).map(({ id }) => id);
  }

  /** A server does not run any more. */
  async remove(id: string): Promise<void> {
    await this.#db.delete(servers).where(eq(servers.id, id));
  }
}
