import { sql } from 'drizzle-orm';
import { index, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';
import { rooms } from './rooms.ts';

/** Sessions: from the first join of a room until everyone is gone. One that has not ended is the room's active one. */
export const roomSessions = pgTable(
  'room_sessions',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    endedAt: moment('ended_at'),
    /** The server that it runs on, or ran. */
    serverId: uuid('server_id'),
  },
  (table) => [
    uniqueIndex('room_sessions_active_index').on(table.roomId).where(sql`${table.endedAt} is null`),
    index('room_sessions_room_index').on(table.roomId, table.createdAt, table.id),
    index('room_sessions_created_at_index').on(table.createdAt, table.id),
    index('room_sessions_updated_at_index').on(table.updatedAt),
    index('room_sessions_ended_at_index').on(table.endedAt),
  ],
);
