import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { listSessions, sessionListFields } from '../roomSessions/sessionList.ts';
import { errorResponses, listOf } from '../schemas/envelope.ts';
import { RoomSession } from '../schemas/roomSession.ts';
import { RoomParams } from './RoomParams.ts';

/** The sessions of one room. */
export const roomSessionsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories }) => {
  const schema = {
    tags: ['Rooms'],
    summary: 'List the sessions of a room',
    description: 'The newest first.',
    operationId: 'listSessionsOfRoom',
    params: RoomParams,
    querystring: Type.Object(sessionListFields),
    response: { 200: listOf(RoomSession), ...errorResponses(401, 404, 422) },
  };
  app.get('/rooms/:room_id/sessions', { schema }, async ({ params, query }) => {
    const { id: roomId } = orNotFound(await repositories.rooms.find(params.room_id), 'room', params.room_id);
    return listSessions(repositories.sessionHistory, query, { roomId });
  });
};
