import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Secrets that the server makes for itself, once, and shares between its processes. */
export const secrets = pgTable('secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  createdAt: moment('created_at').notNull(),
});
