import { index, integer, json, pgTable, real, text, uuid } from 'drizzle-orm/pg-core';
import type { AudioSources, VideoLayout } from '../../compositions/CompositionLayout.ts';
import { moment } from './moment.ts';
import { roomSessions } from './roomSessions.ts';
import { rooms } from './rooms.ts';
import { storedFile } from './storedFile.ts';

/** Compositions: films that are made of the recordings of a session. */
export const roomCompositions = pgTable(
  'room_compositions',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => roomSessions.id),
    /** The API key that asked for it. */
    apiKeyId: uuid('api_key_id'),
    status: text('status', { enum: ['enqueued', 'processing', 'completed', 'failed'] }).notNull(),
    /** From 0 to 1. */
    progress: real('progress').notNull(),
    format: text('format', { enum: ['mp4'] }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** json, not jsonb: of two regions at the same height the later one is on top, and jsonb forgets the order. */
    videoLayout: json('video_layout').$type<VideoLayout>().notNull(),
    audioSources: json('audio_sources').$type<AudioSources>(),
    webhookEventUrl: text('webhook_event_url'),
    webhookEventFailoverUrl: text('webhook_event_failover_url'),
    webhookTimeoutSecs: integer('webhook_timeout_secs'),
    /** When the latest attempt at making it began. */
    startedAt: moment('started_at'),
    ...storedFile(),
  },
  (table) => [
    index('room_compositions_created_at_index').on(table.createdAt, table.id),
    index('room_compositions_session_index').on(table.sessionId, table.createdAt, table.id),
  ],
);
