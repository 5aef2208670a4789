import { sql } from 'drizzle-orm';
import { bigserial, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { RoomEventType } from '../../events/RoomEvent.ts';
import { moment } from './moment.ts';

/** What came of a delivery; `pending` has a next attempt. */
export type WebhookDeliveryStatus = 'pending' | 'delivered' | 'failed';

/**
 * Events on their way to a webhook, and the log of those that arrived or were given up. A row is written in the
 * transaction that records what it tells of. It is both the queue and the log, so that the two cannot disagree; its id
 * is the id of the event.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid('id').primaryKey(),
    /** The order in which events were recorded: several happen in one millisecond. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    eventType: text('event_type').$type<RoomEventType>().notNull(),
    roomId: uuid('room_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    /** The JSON of the event, written once: every attempt sends and signs the same bytes of it. */
    event: text('event').notNull(),
    occurredAt: moment('occurred_at').notNull(),
    url: text('url').notNull(),
    failoverUrl: text('failover_url'),
    timeoutSecs: integer('timeout_secs'),
    /** Scheme, host and port of `url`: what is slow, or down, as one. */
    origin: text('origin').notNull(),
    status: text('status').$type<WebhookDeliveryStatus>().notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: moment('next_attempt_at'),
    lastAttemptAt: moment('last_attempt_at'),
    lastStatusCode: integer('last_status_code'),
    lastError: text('last_error'),
    deliveredTo: text('delivered_to'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('webhook_deliveries_pending_index').on(table.sessionId, table.seq).where(sql`${table.status} = 'pending'`),
    index('webhook_deliveries_due_index').on(table.nextAttemptAt).where(sql`${table.status} = 'pending'`),
    index('webhook_deliveries_created_at_index').on(table.createdAt, table.id),
    index('webhook_deliveries_room_index').on(table.roomId, table.createdAt, table.id),
  ],
);
