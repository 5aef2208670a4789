import { eq } from 'drizzle-orm';
import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { secrets } from '../schema/index.ts';

/** Secrets that the server makes for itself. */
export class SecretsRepository {
  readonly #db: Database;
  readonly #now: Clock;

  constructor(db: Database, now: Clock) {
    this.#db = db;
    this.#now = now;
  }

  /** The secret of that name, made if there is none. Of several servers that start at once one makes it, for all. */
  async ensure(name: string, make: () => string): Promise<string> {
    await this.#db.insert(secrets).values({ name, value: make(), createdAt: this.#now() }).onConflictDoNothing();
    const [secret] = await this.#db.select().from(secrets).where(eq(secrets.name, name));
    if (!secret) throw new Error(`The secret "${name}" has vanished from the database.`);
    return secret.value;
  }
}
