import type { Config } from './config.ts';

/** How soon a server on a shared database sees what the command line, or another server, has changed. */
const SHARED_MS = 2_000;
/** With a database to itself a server knows; it puts on record which keys were used, and forgets what is over. */
const ALONE_MS = 30_000;

/** How often a server looks at what may be changed beside it. */
export function refreshIntervalMs({ databaseUrl }: Pick<Config, 'databaseUrl'>): number {
  return databaseUrl === null ? ALONE_MS : SHARED_MS;
}
