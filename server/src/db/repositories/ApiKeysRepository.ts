import { randomUUID } from 'node:crypto';
import { and, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { apiKeys } from '../schema/index.ts';

/** An API key as it is stored: by its hash. */
export interface StoredApiKey {
  id: string;
  hash: string;
}

/** The record of API keys that are or were in force. */
export class ApiKeysRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** Records these keys as the ones in force and all others as revoked; gives the stored keys in force. */
  replaceAll(hashes: readonly string[]): Promise<StoredApiKey[]> {
    const now = this.#now();
    return this.#db.transaction(async (tx) => {
      await tx
        .update(apiKeys)
        .set({ revokedAt: now })
        .where(and(notInArray(apiKeys.hash, [...hashes]), isNull(apiKeys.revokedAt)));
      if (hashes.length === 0) return [];
      await tx
        .insert(apiKeys)
        .values(hashes.map((hash) => ({ id: randomUUID(), hash, createdAt: now })))
        .onConflictDoUpdate({ target: apiKeys.hash, set: { revokedAt: null } });
      return tx
        .select({ id: apiKeys.id, hash: apiKeys.hash })
        .from(apiKeys)
        .where(inArray(apiKeys.hash, [...hashes]));
    });
  }
}
