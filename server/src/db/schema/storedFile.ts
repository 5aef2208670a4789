import { bigint, integer, text } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Columns of what is made in time and ends up as a file in the storage. */
export const storedFile = () => ({
  /** Where the file is in the storage; null while there is none. */
  storageKey: text('storage_key'),
  sizeBytes: bigint('size_bytes', { mode: 'number' }),
  durationMs: integer('duration_ms'),
  failureReason: text('failure_reason'),
  createdAt: moment('created_at').notNull(),
  endedAt: moment('ended_at'),
  completedAt: moment('completed_at'),
  updatedAt: moment('updated_at').notNull(),
});
