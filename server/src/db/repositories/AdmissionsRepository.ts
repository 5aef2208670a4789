import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Admissions } from '../../rooms/WaitingRoom.ts';
import type { Database } from '../Database.ts';
import { roomAdmissions } from '../schema/index.ts';

/** How long an admission counts that nobody took back, in milliseconds: longer than a session of a day's work. */
const LIFETIME_MS = 86_400_000;

/** Where it is kept who was let in, so that a restart, or another server, puts nobody before the door again. */
export class AdmissionsRepository implements Admissions {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  async add(roomId: string, participantIds: readonly string[]): Promise<void> {
    if (participantIds.length === 0) return;
    const admittedAt = this.#now();
    await this.#db
      .insert(roomAdmissions)
      .values(participantIds.map((participantId) => ({ roomId, participantId, admittedAt })))
      .onConflictDoUpdate({
        target: [roomAdmissions.roomId, roomAdmissions.participantId],
        set: { admittedAt },
      });
  }

  async has(roomId: string, participantId: string): Promise<boolean> {
    const found = await this.#db
      .select({ roomId: roomAdmissions.roomId })
      .from(roomAdmissions)
      .where(
        and(
          eq(roomAdmissions.roomId, roomId),
          eq(roomAdmissions.participantId, participantId),
          gt(roomAdmissions.admittedAt, this.#deadline),
        ),
      );
    return found.length > 0;
  }

  async remove(roomId: string, participantIds: readonly string[]): Promise<void> {
    if (participantIds.length === 0) return;
    await this.#db
      .delete(roomAdmissions)
      .where(and(eq(roomAdmissions.roomId, roomId), inArray(roomAdmissions.participantId, [...participantIds])));
  }

  async clear(roomId: string): Promise<void> {
    await this.#db.delete(roomAdmissions).where(eq(roomAdmissions.roomId, roomId));
  }

  /** Deletes what counts no more. */
  async removeOver(): Promise<void> {
    await this.#db.delete(roomAdmissions).where(lte(roomAdmissions.admittedAt, this.#deadline));
  }

  get #deadline(): Date {
    return new Date(this.#now().getTime() - LIFETIME_MS);
  }
}
