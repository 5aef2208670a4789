import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** API keys that are or were in force. Only the SHA-256 of a key is kept; the id may stand in logs. */
export const apiKeys = pgTable('api_keys', {
  id: uuid('id').primaryKey(),
  hash: text('hash').notNull().unique(),
  /** What whoever made it on the command line calls it. */
  name: text('name'),
  /** A key of the settings is good on servers that have it in theirs, one of the command line on all. */
  origin: text('origin').$type<'settings' | 'command'>().notNull().default('settings'),
  createdAt: moment('created_at').notNull(),
  lastUsedAt: moment('last_used_at'),
  revokedAt: moment('revoked_at'),
});
