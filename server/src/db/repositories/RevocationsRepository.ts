import { randomUUID } from 'node:crypto';
import { gt, lte } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { tokenRevocations } from '../schema/index.ts';

/** A stored revocation: of one token, or of all that a participant has. */
export type StoredRevocation = typeof tokenRevocations.$inferSelect;

/** What is to be revoked in a room. */
export type NewRevocation = { roomId: string; expiresAt: Date } & ({ jti: string } | { participantId: string });

/** Where it is kept which client tokens are good no more. */
export class RevocationsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  async add(revocations: readonly NewRevocation[]): Promise<StoredRevocation[]> {
    const revokedAt = this.#now();
    const rows = revocations.map((one) => ({ jti: null, participantId: null, ...one, id: randomUUID(), revokedAt }));
    if (rows.length > 0) await this.#db.insert(tokenRevocations).values(rows);
    return rows;
  }

  /** Revocations that were made after that moment. */
  madeSince(moment: Date): Promise<StoredRevocation[]> {
    return this.#db.select().from(tokenRevocations).where(gt(tokenRevocations.revokedAt, moment));
  }

  /** Deletes those whose tokens would be over by themselves. */
  async removeOver(): Promise<void> {
    await this.#db.delete(tokenRevocations).where(lte(tokenRevocations.expiresAt, this.#now()));
  }
}
