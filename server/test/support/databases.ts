import { startMemoryDatabase } from './memoryDatabase.ts';
import { startPostgresDatabase } from './postgres.ts';
import type { StartTestDatabase } from './TestDatabase.ts';

/** Both kinds of database, for `describe.each`: what works on one has to work on the other. */
export const DATABASES: [name: string, start: StartTestDatabase][] = [
  ['the embedded database', startMemoryDatabase],
  ['PostgreSQL', startPostgresDatabase],
];
