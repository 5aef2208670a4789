import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Who is not let into which room again until when. A row goes when its time is over. */
export const roomBans = pgTable(
  'room_bans',
  {
    roomId: uuid('room_id').notNull(),
    participantId: text('participant_id').notNull(),
    until: moment('until').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roomId, table.participantId] }),
    index('room_bans_until_index').on(table.until),
    index('room_bans_updated_at_index').on(table.updatedAt),
  ],
);
