import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Session } from '../../db/repositories/SessionHistory.ts';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { dateFilterFields, readDateRange } from '../schemas/dateFilter.ts';
import { errorResponses, listOf } from '../schemas/envelope.ts';
import { pageFields, presentPage, readPageRequest } from '../schemas/page.ts';
import { presentRoomSession, RoomSession } from '../schemas/roomSession.ts';
import { EMBEDDED_LIMIT } from './embeddedLimit.ts';
import { RoomParams } from './RoomParams.ts';

/** The sessions of one room. */
export const roomSessionsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories }) => {
  const { rooms, sessionHistory } = repositories;

  const participantsOf = async (sessions: readonly Session[]) => {
    const bySession = await sessionHistory.participantsOfSessions(
      sessions.map(({ id }) => id),
      EMBEDDED_LIMIT,
    );
    return ({ id }: Session) => bySession.get(id) ?? [];
  };

  const schema = {
    tags: ['Rooms'],
    summary: 'List the sessions of a room',
    operationId: 'listSessionsOfRoom',
    params: RoomParams,
    querystring: Type.Object({
      ...dateFilterFields('date_created_at'),
      ...dateFilterFields('date_updated_at'),
      ...dateFilterFields('date_ended_at'),
      'filter[active]': Type.Optional(Type.Boolean()),
      include_participants: Type.Boolean({ default: false }),
      ...pageFields,
    }),
    response: { 200: listOf(RoomSession), ...errorResponses(401, 404, 422) },
  };
  app.get('/rooms/:room_id/sessions', { schema }, async ({ params, query }) => {
    const { id: roomId } = orNotFound(await rooms.find(params.room_id), 'room', params.room_id);
    const page = readPageRequest(query);
    const active = query['filter[active]'];
    const filter = {
      roomId,
      ...(active !== undefined && { active }),
      createdAt: readDateRange(query, 'date_created_at'),
      updatedAt: readDateRange(query, 'date_updated_at'),
      endedAt: readDateRange(query, 'date_ended_at'),
    };
    const found = await sessionHistory.list(filter, page);
    const participants = query.include_participants ? await participantsOf(found.items) : () => undefined;
    return presentPage(found, page, (session) => presentRoomSession(session, participants(session)));
  });
};
