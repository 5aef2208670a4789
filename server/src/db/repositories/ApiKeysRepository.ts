import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { apiKeys } from '../schema/index.ts';

/** An API key as it is stored: by its hash. */
export type StoredApiKey = typeof apiKeys.$inferSelect;

/** The record of API keys: those of the settings, and those that the command line has made. */
export class ApiKeysRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** Records keys of the settings. One that is on record stays as it is, also one that was revoked. */
  async remember(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    const rows = hashes.map((hash) => ({
      id: randomUUID(),
      hash,
      origin: 'settings' as const,
      createdAt: this.#now(),
    }));
    await this.#db.insert(apiKeys).values(rows).onConflictDoNothing();
  }

  /** Records a key that the command line made. */
  async create({ hash, name }: { hash: string; name: string }): Promise<StoredApiKey> {
    const values = { id: randomUUID(), hash, name, origin: 'command' as const, createdAt: this.#now() };
    await this.#db.insert(apiKeys).values(values);
    return { ...values, lastUsedAt: null, revokedAt: null };
  }

  /** The keys that open a server with these in its settings: they and those of the command line, but no revoked one. */
  inForce(settings: readonly string[]): Promise<StoredApiKey[]> {
    const known = or(eq(apiKeys.origin, 'command'), inArray(apiKeys.hash, [...settings]));
    return this.#db
      .select()
      .from(apiKeys)
      .where(and(isNull(apiKeys.revokedAt), known));
  }

  /** All keys, the newest first. */
  list(): Promise<StoredApiKey[]> {
    return this.#db.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  }

  /** Takes a key out of force for good. */
  async revoke(id: string): Promise<void> {
    await this.#db
      .update(apiKeys)
      .set({ revokedAt: this.#now() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
  }

  /** When keys were used last. */
  async used(uses: readonly (readonly [id: string, at: Date])[]): Promise<void> {
    for (const [id, at] of uses) {
      // Another server may have seen it later.
      const earlier = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, at));
      await this.#db
        .update(apiKeys)
        .set({ lastUsedAt: at })
        .where(and(eq(apiKeys.id, id), earlier));
    }
  }
}
