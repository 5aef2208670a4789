import { gt, lte, sql } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Ban } from '../../rooms/Bans.ts';
import type { Database } from '../Database.ts';
import { roomBans } from '../schema/index.ts';

/** Where bans are kept, so that a restart lets nobody in. */
export class BansRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** Keeps bans. One that is longer already stays so. */
  async save(bans: readonly Ban[]): Promise<void> {
    if (bans.length === 0) return;
    const updatedAt = this.#now();
    await this.#db
      .insert(roomBans)
      .values(bans.map(({ until, ...whom }) => ({ ...whom, until: new Date(until), updatedAt })))
      .onConflictDoUpdate({
        target: [roomBans.roomId, roomBans.participantId],
        set: { until: sql`greatest(${roomBans.until}, excluded.until)`, updatedAt },
      });
  }

  /** Bans that were written after that moment. */
  async changedSince(moment: Date): Promise<Ban[]> {
    const rows = await this.#db.select().from(roomBans).where(gt(roomBans.updatedAt, moment));
    return rows.map(({ roomId, participantId, until }) => ({ roomId, participantId, until: until.getTime() }));
  }

  /** Deletes bans that are over. */
  async removeOver(): Promise<void> {
    await this.#db.delete(roomBans).where(lte(roomBans.until, this.#now()));
  }
}
