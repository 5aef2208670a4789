import { pgTable, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Servers that run on this database, or did until they died. Who stops in order takes its row away. */
export const servers = pgTable('servers', {
  id: uuid('id').primaryKey(),
  startedAt: moment('started_at').notNull(),
  lastSeenAt: moment('last_seen_at').notNull(),
});
