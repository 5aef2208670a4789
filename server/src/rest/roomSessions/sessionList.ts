import { type Static, Type } from 'typebox';
import type { Session, SessionFilter, SessionHistory } from '../../db/repositories/SessionHistory.ts';
import { dateFilterFields, readDateRange } from '../schemas/dateFilter.ts';
import { EMBEDDED_LIMIT } from '../schemas/embeddedLimit.ts';
import { pageFields, presentPage, readPageRequest } from '../schemas/page.ts';
import { presentRoomSession } from '../schemas/roomSession.ts';

/** The query parameter that asks for the people of each session. */
export const includeParticipants = {
  include_participants: Type.Boolean({ default: false, description: 'With the participants of each session.' }),
};

/** The query parameters of every list of sessions. */
export const sessionListFields = {
  ...dateFilterFields('date_created_at'),
  ...dateFilterFields('date_updated_at'),
  ...dateFilterFields('date_ended_at'),
  'filter[active]': Type.Optional(Type.Boolean({ description: 'Whether the session goes on.' })),
  ...includeParticipants,
  ...pageFields,
};

const SessionListQuery = Type.Object(sessionListFields);

/** The page of sessions that a query asks for. */
export async function listSessions(
  history: SessionHistory,
  query: Static<typeof SessionListQuery>,
  { roomId }: Pick<SessionFilter, 'roomId'>,
) {
  const page = readPageRequest(query);
  const active = query['filter[active]'];
  const filter = {
    ...(roomId !== undefined && { roomId }),
    ...(active !== undefined && { active }),
    createdAt: readDateRange(query, 'date_created_at'),
    updatedAt: readDateRange(query, 'date_updated_at'),
    endedAt: readDateRange(query, 'date_ended_at'),
  };
  const found = await history.list(filter, page);
  const present = await sessionPresenter(history, found.items, query.include_participants);
  return presentPage(found, page, present);
}

/** How these sessions are shown: with their participants, if these are wanted. */
export async function sessionPresenter(
  history: SessionHistory,
  sessions: readonly Session[],
  includeParticipants: boolean,
): Promise<(session: Session) => ReturnType<typeof presentRoomSession>> {
  if (!includeParticipants) return (session) => presentRoomSession(session);
  const bySession = await history.participantsOfSessions(
    sessions.map(({ id }) => id),
    EMBEDDED_LIMIT,
  );
  return (session) => presentRoomSession(session, bySession.get(session.id) ?? []);
}
