import { and, eq, gt, lte } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { consoleSessions } from '../schema/index.ts';

/** Somebody who is signed in to the console, as it is stored. */
export type StoredConsoleSession = typeof consoleSessions.$inferSelect;

/** Where it is kept who is signed in to the console: it outlives a restart. */
export class ConsoleSessionsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  async add(session: Omit<StoredConsoleSession, 'createdAt'>): Promise<void> {
    await this.#db.insert(consoleSessions).values({ ...session, createdAt: this.#now() });
  }

  /** The session of that hash, unless it is over. */
  async find(hash: string): Promise<StoredConsoleSession | null> {
    const isThis = and(eq(consoleSessions.hash, hash), gt(consoleSessions.expiresAt, this.#now()));
    const [session] = await this.#db.select().from(consoleSessions).where(isThis);
    return session ?? null;
  }

  async remove(hash: string): Promise<void> {
    await this.#db.delete(consoleSessions).where(eq(consoleSessions.hash, hash));
  }

  /** Deletes those that are over. */
  async removeOver(): Promise<void> {
    await this.#db.delete(consoleSessions).where(lte(consoleSessions.expiresAt, this.#now()));
  }
}
