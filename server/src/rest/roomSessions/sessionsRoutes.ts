import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { listParticipants, participantListFields } from '../roomParticipants/participantList.ts';
import { dataOf, errorResponses, listOf } from '../schemas/envelope.ts';
import { RoomParticipant } from '../schemas/roomParticipant.ts';
import { RoomSession } from '../schemas/roomSession.ts';
import { Uuid } from '../schemas/text.ts';
import { RoomSessionParams } from './schemas.ts';
import { includeParticipants, listSessions, sessionListFields, sessionPresenter } from './sessionList.ts';

const tags = ['Room sessions'];

/** Sessions of all rooms: list, read, and who was in one. */
export const sessionsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories }) => {
  const { sessionHistory } = repositories;

  const find = async (id: string) => orNotFound(await sessionHistory.find(id), 'room session', id);

  const listSchema = {
    tags,
    summary: 'List sessions',
    description: 'Sessions of all rooms, deleted ones included; the newest first.',
    operationId: 'listRoomSessions',
    querystring: Type.Object({
      'filter[room_id]': Type.Optional({ ...Uuid, description: 'Sessions of this room.' }),
      ...sessionListFields,
    }),
    response: { 200: listOf(RoomSession), ...errorResponses(401, 422) },
  };
  app.get('/room_sessions', { schema: listSchema }, async ({ query }) => {
    const roomId = query['filter[room_id]'];
    return listSessions(sessionHistory, query, roomId === undefined ? {} : { roomId });
  });

  const readSchema = {
    tags,
    summary: 'Read a session',
    operationId: 'readRoomSession',
    params: RoomSessionParams,
    querystring: Type.Object(includeParticipants),
    response: { 200: dataOf(RoomSession), ...errorResponses(401, 404, 422) },
  };
  app.get('/room_sessions/:room_session_id', { schema: readSchema }, async ({ params, query }) => {
    const session = await find(params.room_session_id);
    const present = await sessionPresenter(sessionHistory, [session], query.include_participants);
    return { data: present(session) };
  });

  const participantsSchema = {
    tags,
    summary: 'List the participants of a session',
    description: 'Who is or was in it; who joined last comes first.',
    operationId: 'listParticipantsOfRoomSession',
    params: RoomSessionParams,
    querystring: Type.Object(participantListFields),
    response: { 200: listOf(RoomParticipant), ...errorResponses(401, 404, 422) },
  };
  app.get('/room_sessions/:room_session_id/participants', { schema: participantsSchema }, async ({ params, query }) => {
    const { id: sessionId } = await find(params.room_session_id);
    return listParticipants(sessionHistory, query, { sessionId });
  });
};
