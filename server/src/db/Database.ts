import { fileURLToPath } from 'node:url';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { ConstructorOptions } from 'pg-boss';
import type * as schema from './schema/index.ts';

/** Queries on either kind of database: the embedded one or a Postgres server. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** How the job queue reaches the same database. */
export type JobsDatabase = Pick<
  ConstructorOptions,
  'db' | 'backend' | 'connectionString' | 'max' | 'reindex' | 'monitorVacuum'
>;

/** An open database whose schema is up to date. */
export interface OpenDatabase {
  readonly db: Database;
  readonly jobs: JobsDatabase;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Waits for running queries and closes. May be called twice. */
  close(): Promise<void>;
}

/** Where the checked-in migrations are; both kinds of database run the same ones. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));
