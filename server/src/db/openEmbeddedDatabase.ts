import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { fromPglite } from 'pg-boss';
import { StartupError } from '../StartupError.ts';
import { MIGRATIONS_FOLDER, type OpenDatabase } from './Database.ts';
import { FolderLock } from './FolderLock.ts';
import { prepareDataFolder } from './prepareDataFolder.ts';
import * as schema from './schema/index.ts';

/**
 * Opens the Postgres that runs inside this process and keeps its files in `<dataDir>/db`.
 *
 * @throws {@link StartupError} when the folder cannot be used or another process uses it.
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<OpenDatabase> {
  prepareDataFolder(dataDir);
  const lock = FolderLock.acquire(dataDir);
  try {
    const database = await migratePGlite(await PGlite.create(join(dataDir, 'db')));
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (cause) {
    lock.release();
    throw new StartupError(
      `The database in ${dataDir} cannot be opened: ${(cause as Error).message}. Restore a backup of that folder, or start with an empty one.`,
      { cause },
    );
  }
}

/** Brings a PGlite instance up to date and wraps it. */
export async function migratePGlite(pglite: PGlite): Promise<OpenDatabase> {
  const db = drizzle(pglite, { schema });
  await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
  return {
    db,
    // One process, one connection: there is no bloat to watch, and no vacuum but its own.
    jobs: { db: fromPglite(pglite), backend: 'pglite', reindex: false, monitorVacuum: false },
    ping: async () => void (await pglite.query('select 1')),
    close: async () => {
      if (!pglite.closed) await pglite.close();
    },
  };
}
