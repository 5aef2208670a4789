import { desc, isNull } from 'drizzle-orm';
import type { JWK } from 'jose';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { signingKeys } from '../schema/index.ts';

/** A stored key pair. */
export type SigningKeyRow = typeof signingKeys.$inferSelect;

/** Where the keys that sign client tokens are kept. */
export class SigningKeysRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** All keys, the newest first. */
  list(): Promise<SigningKeyRow[]> {
    return this.#db.select().from(signingKeys).orderBy(desc(signingKeys.createdAt), desc(signingKeys.kid));
  }

  /** Adds a key and retires those that signed until now. */
  async replaceActive(key: { kid: string; publicJwk: JWK; privateJwk: JWK }): Promise<void> {
    const now = this.#now();
    await this.#db.transaction(async (tx) => {
      await tx.update(signingKeys).set({ retiredAt: now }).where(isNull(signingKeys.retiredAt));
      await tx.insert(signingKeys).values({ ...key, createdAt: now });
    });
  }
}
