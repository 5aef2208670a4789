import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/**
 * Client tokens that are good no more: one by its id (and those made with it), or all of a participant in a room that
 * were issued until then. A row goes when they would all be over.
 */
export const tokenRevocations = pgTable(
  'token_revocations',
  {
    id: uuid('id').primaryKey(),
    roomId: uuid('room_id').notNull(),
    participantId: text('participant_id'),
    jti: text('jti'),
    revokedAt: moment('revoked_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('token_revocations_revoked_at_index').on(table.revokedAt),
    index('token_revocations_expires_at_index').on(table.expiresAt),
  ],
);
