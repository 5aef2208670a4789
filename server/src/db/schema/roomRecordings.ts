import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';
import { roomSessions } from './roomSessions.ts';
import { rooms } from './rooms.ts';
import { storedFile } from './storedFile.ts';

/** Recordings: one row for each file of one participant, stream and kind. */
export const roomRecordings = pgTable(
  'room_recordings',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => roomSessions.id),
    participantId: text('participant_id').notNull(),
    streamKey: text('stream_key').notNull(),
    type: text('type', { enum: ['audio', 'video'] }).notNull(),
    status: text('status', { enum: ['processing', 'completed', 'failed'] }).notNull(),
    codec: text('codec').notNull(),
    /** When the first packet came: the moment at which the file begins. */
    startedAt: moment('started_at').notNull(),
    ...storedFile(),
  },
  (table) => [
    index('room_recordings_created_at_index').on(table.createdAt, table.id),
    index('room_recordings_room_index').on(table.roomId, table.createdAt, table.id),
    index('room_recordings_session_index').on(table.sessionId, table.createdAt, table.id),
  ],
);
