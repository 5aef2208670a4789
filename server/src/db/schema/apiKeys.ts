import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** API keys that are or were in force. Only the SHA-256 of a key is kept; the id may stand in logs. */
export const apiKeys = pgTable('api_keys', {
  id: uuid('id').primaryKey(),
  hash: text('hash').notNull().unique(),
  createdAt: moment('created_at').notNull(),
  revokedAt: moment('revoked_at'),
});
