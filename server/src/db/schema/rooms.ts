import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { apiKeys } from './apiKeys.ts';
import { moment } from './moment.ts';

/** Name of the index that keeps names of living rooms apart. */
export const UNIQUE_NAME_INDEX = 'rooms_unique_name_index';

/**
 * Rooms. A deleted room keeps its row, since its sessions (and what was recorded in them) stay readable; its name is
 * free again.
 */
export const rooms = pgTable(
  'rooms',
  {
    id: uuid('id').primaryKey(),
    uniqueName: text('unique_name'),
    maxParticipants: integer('max_participants').notNull(),
    enableRecording: boolean('enable_recording').notNull(),
    webhookEventUrl: text('webhook_event_url'),
    webhookEventFailoverUrl: text('webhook_event_failover_url'),
    webhookTimeoutSecs: integer('webhook_timeout_secs'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    deletedAt: moment('deleted_at'),
    /** The API key that it was made with; null of one made before that was written down. */
    apiKeyId: uuid('api_key_id').references(() => apiKeys.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex(UNIQUE_NAME_INDEX).on(table.uniqueName).where(sql`${table.deletedAt} is null`),
    // What the limit of rooms of a key is counted by.
    index('rooms_api_key_index').on(table.apiKeyId).where(sql`${table.deletedAt} is null`),
    index('rooms_created_at_index').on(table.createdAt, table.id),
    index('rooms_updated_at_index').on(table.updatedAt),
  ],
);
