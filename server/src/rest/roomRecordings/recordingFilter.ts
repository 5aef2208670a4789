import { type Static, Type } from 'typebox';
import type { RecordingFilter } from '../../db/repositories/RecordingsRepository.ts';
import { dateFilterFields, readDateRange } from '../schemas/dateFilter.ts';
import { Uuid } from '../schemas/text.ts';

const LARGEST_INTEGER = 2_147_483_647;

const seconds = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: LARGEST_INTEGER, description }));

/** The query parameters that say which recordings are meant. */
export const recordingFilterFields = {
  ...dateFilterFields('date_started_at'),
  ...dateFilterFields('date_ended_at'),
  'filter[room_id]': Type.Optional(Uuid),
  'filter[session_id]': Type.Optional(Uuid),
  'filter[participant_id]': Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: '^[^\\u0000]*$' })),
  'filter[status]': Type.Optional(Type.Enum(['processing', 'completed', 'failed'])),
  'filter[type]': Type.Optional(Type.Enum(['audio', 'video'])),
  'filter[duration_secs]': seconds('At least so long.'),
  'filter[duration_secs][eq]': seconds('Just so long.'),
  'filter[duration_secs][gte]': seconds('At least so long.'),
  'filter[duration_secs][lte]': seconds('At most so long.'),
};

const RecordingFilterQuery = Type.Object(recordingFilterFields);

/** Which recordings a query means. */
export function readRecordingFilter(query: Static<typeof RecordingFilterQuery>): RecordingFilter {
  const atLeast = [query['filter[duration_secs]'], query['filter[duration_secs][gte]']].filter((n) => n !== undefined);
  return {
    roomId: query['filter[room_id]'],
    sessionId: query['filter[session_id]'],
    participantId: query['filter[participant_id]'],
    status: query['filter[status]'],
    type: query['filter[type]'],
    startedAt: readDateRange(query, 'date_started_at'),
    endedAt: readDateRange(query, 'date_ended_at'),
    durationSecs: {
      eq: query['filter[duration_secs][eq]'],
      gte: atLeast.length > 0 ? Math.max(...atLeast) : undefined,
      lte: query['filter[duration_secs][lte]'],
    },
  };
}
