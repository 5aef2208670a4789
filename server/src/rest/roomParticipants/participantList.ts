import { type Static, Type } from 'typebox';
import { MAX_CONTEXT_LENGTH } from '../../../../src/protocol/index.ts';
import type { ParticipantFilter, SessionHistory } from '../../db/repositories/SessionHistory.ts';
import { dateFilterFields, readDateRange } from '../schemas/dateFilter.ts';
import { pageFields, presentPage, readPageRequest } from '../schemas/page.ts';
import { presentRoomParticipant } from '../schemas/roomParticipant.ts';
import { anyText } from '../schemas/text.ts';

/** The query parameters of every list of participants. */
export const participantListFields = {
  ...dateFilterFields('date_joined_at'),
  ...dateFilterFields('date_updated_at'),
  ...dateFilterFields('date_left_at'),
  'filter[context]': Type.Optional({
    ...anyText(1, MAX_CONTEXT_LENGTH),
    description: 'Text that the context holds. Upper and lower case are told apart.',
  }),
  'filter[search]': Type.Optional({
    ...anyText(1, MAX_CONTEXT_LENGTH),
    description: 'Text that the name, the context or the id holds, upper and lower case alike.',
  }),
  ...pageFields,
};

const ParticipantListQuery = Type.Object(participantListFields);

/** The page of participants that a query asks for. */
export async function listParticipants(
  history: SessionHistory,
  query: Static<typeof ParticipantListQuery>,
  { sessionId, roomId }: Pick<ParticipantFilter, 'sessionId' | 'roomId'>,
) {
  const page = readPageRequest(query);
  const context = query['filter[context]'];
  const search = query['filter[search]'];
  const filter = {
    ...(sessionId !== undefined && { sessionId }),
    ...(roomId !== undefined && { roomId }),
    ...(search !== undefined && { search }),
    ...(context !== undefined && { context }),
    joinedAt: readDateRange(query, 'date_joined_at'),
    updatedAt: readDateRange(query, 'date_updated_at'),
    leftAt: readDateRange(query, 'date_left_at'),
  };
  return presentPage(await history.listParticipants(filter, page), page, presentRoomParticipant);
}
