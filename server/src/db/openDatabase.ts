import type { Config } from '../config.ts';
import type { OpenDatabase } from './Database.ts';
import { openEmbeddedDatabase } from './openEmbeddedDatabase.ts';
import { type OnConnectionLost, openPostgres } from './openPostgres.ts';

/**
 * Opens the database that the settings name, with its schema brought up to date: a Postgres server with
 * `DATABASE_URL`, else the embedded one in the data folder.
 */
export function openDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  onConnectionLost: OnConnectionLost,
): Promise<OpenDatabase> {
  return databaseUrl === null ? openEmbeddedDatabase(dataDir) : openPostgres(databaseUrl, onConnectionLost);
}
