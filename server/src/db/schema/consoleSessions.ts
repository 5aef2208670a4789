import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Who is signed in to the console: by the hash of what the cookie holds, with the API key that opened it. */
export const consoleSessions = pgTable(
  'console_sessions',
  {
    hash: text('hash').primaryKey(),
    apiKeyId: uuid('api_key_id').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('console_sessions_expires_at_index').on(table.expiresAt)],
);
