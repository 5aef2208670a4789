import { and, desc, eq, isNull, lt } from 'drizzle-orm';
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

  /**
   * Adds a key and retires those that signed until now.
   *
   * @param instead only if this one signs still; of several servers that find a key too old, one replaces it.
   */
  async replaceActive(key: { kid: string; publicJwk: JWK; privateJwk: JWK }, instead?: string): Promise<void> {
    const now = this.#now();
    const signing = and(
      isNull(signingKeys.retiredAt),
      instead === undefined ? undefined : eq(signingKeys.kid, instead),
    );
    await this.#db.transaction(async (tx) => {
      const retired = await tx.update(signingKeys).set({ retiredAt: now }).where(signing).returning();
      if (instead !== undefined && retired.length === 0) return;
      await tx.insert(signingKeys).values({ ...key, createdAt: now });
    });
  }

  /** Deletes keys that were retired before that moment. */
  async removeRetiredBefore(moment: Date): Promise<void> {
    await this.#db.delete(signingKeys).where(lt(signingKeys.retiredAt, moment));
  }
}
