import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';
import { roomSessions } from './roomSessions.ts';

/**
 * Participants: one row for each person in each session. The id is the one in the token, which a person may keep over
 * several sessions; hence the key of two parts.
 */
export const roomParticipants = pgTable(
  'room_participants',
  {
    id: text('id').notNull(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => roomSessions.id),
    /** By the word of the token. */
    name: text('name'),
    context: text('context'),
    joinedAt: moment('joined_at').notNull(),
    /** Who leaves and comes back has joined once, and is present since the last time. */
    presentSince: moment('present_since'),
    updatedAt: moment('updated_at').notNull(),
    leftAt: moment('left_at'),
    /** The server that they are connected to, or were. */
    serverId: uuid('server_id'),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.id] }),
    index('room_participants_id_index').on(table.id, table.joinedAt),
    index('room_participants_joined_at_index').on(table.joinedAt, table.id, table.sessionId),
    index('room_participants_session_index').on(table.sessionId, table.joinedAt, table.id),
    index('room_participants_updated_at_index').on(table.updatedAt),
    index('room_participants_left_at_index').on(table.leftAt),
    index('room_participants_present_index').on(table.serverId).where(sql`${table.leftAt} is null`),
  ],
);
