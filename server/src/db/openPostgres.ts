import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { StartupError } from '../StartupError.ts';
import { MIGRATIONS_FOLDER, type OpenDatabase } from './Database.ts';
import * as schema from './schema/index.ts';

/** Any number that other users of the database do not lock: the letters "parl". */
const MIGRATION_LOCK = 0x7061726c;
const CONNECT_TIMEOUT_MS = 10_000;
/** Connections of the job queue, besides the pool's and the one it listens on. */
const JOB_CONNECTIONS = 3;

/** What may go wrong with an idle connection is told to this; the pool replaces the connection by itself. */
export type OnConnectionLost = (error: Error) => void;

/**
 * Connects to a Postgres server.
 *
 * @throws {@link StartupError} when it does not answer or cannot be brought up to date.
 */
export async function openPostgres(databaseUrl: string, onConnectionLost: OnConnectionLost): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  pool.on('error', onConnectionLost);
  try {
    await migrateAlone(pool);
  } catch (cause) {
    await pool.end();
    throw new StartupError(`The database of DATABASE_URL cannot be used: ${describe(cause)}.`, { cause });
  }
  return {
    db: drizzle(pool, { schema }),
    jobs: { connectionString: databaseUrl, max: JOB_CONNECTIONS },
    ping: async () => void (await pool.query('select 1')),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

/** Of several servers that start at once on an empty database, `migrate()` alone lets all but one fail. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER });
  } finally {
    // Closing the connection gives the lock back, whatever happened on it.
    client.release(true);
  }
}

/** Node joins the failures of all addresses of a host into one error without a message of its own. */
function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return (error as Error).message;
}
