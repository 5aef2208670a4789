import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Who was let into which room by a moderator. Rows go with the session, or a day later where its server crashed. */
export const roomAdmissions = pgTable(
  'room_admissions',
  {
    roomId: uuid('room_id').notNull(),
    participantId: text('participant_id').notNull(),
    admittedAt: moment('admitted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roomId, table.participantId] }),
    index('room_admissions_admitted_at_index').on(table.admittedAt),
  ],
);
