import { sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../src/db/Database.ts';

/** A database that a test file uses for all its tests. */
export interface TestDatabase {
  /** What `buildServer` is given. Closing it does nothing: the next test uses it again. */
  readonly database: OpenDatabase;
  /** Makes all tables empty. */
  reset(): Promise<void>;
  /** Closes it for good. */
  stop(): Promise<void>;
}

/** Starts a database of one kind. */
export type StartTestDatabase = () => Promise<TestDatabase>;

/** Makes a test database of an open one. */
export function toTestDatabase(open: OpenDatabase, stop: () => Promise<void> = async () => {}): TestDatabase {
  return {
    database: { ...open, close: async () => {} },
    reset: async () => {
      const query = sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
      const { rows } = (await open.db.execute(query)) as unknown as { rows: { name: string }[] };
      await open.db.execute(sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')}`));
      // The job queue makes its tables when it starts for the first time.
      await open.db.execute(
        "do $$ begin if to_regclass('pgboss.job') is not null then truncate pgboss.job; end if; end $$",
      );
    },
    stop: async () => {
      await open.close();
      await stop();
    },
  };
}
