import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { dataOf, errorResponses, listOf } from '../schemas/envelope.ts';
import { presentRoomParticipant, RoomParticipant } from '../schemas/roomParticipant.ts';
import { plainText, Uuid } from '../schemas/text.ts';
import { listParticipants, participantListFields } from './participantList.ts';

const tags = ['Room participants'];

/** Participants of all sessions: list and read. */
export const participantsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories }) => {
  const { sessionHistory } = repositories;

  const listSchema = {
    tags,
    summary: 'List participants',
    description: 'Whoever is or was in a session; who joined last comes first.',
    operationId: 'listRoomParticipants',
    querystring: Type.Object({
      'filter[session_id]': Type.Optional({ ...Uuid, description: 'Participants of this session.' }),
      'filter[room_id]': Type.Optional({ ...Uuid, description: 'Participants of the sessions of this room.' }),
      ...participantListFields,
    }),
    response: { 200: listOf(RoomParticipant), ...errorResponses(401, 422) },
  };
  app.get('/room_participants', { schema: listSchema }, async ({ query }) => {
    const sessionId = query['filter[session_id]'];
    const roomId = query['filter[room_id]'];
    const of = { ...(sessionId !== undefined && { sessionId }), ...(roomId !== undefined && { roomId }) };
    return listParticipants(sessionHistory, query, of);
  });

  const readSchema = {
    tags,
    summary: 'Read a participant',
    description:
      'The id is the one of the token, which a person may keep over several sessions: the one joined last is shown.',
    operationId: 'readRoomParticipant',
    params: Type.Object({ room_participant_id: plainText(1, 128) }),
    response: { 200: dataOf(RoomParticipant), ...errorResponses(401, 404) },
  };
  app.get('/room_participants/:room_participant_id', { schema: readSchema }, async ({ params }) => {
    const id = params.room_participant_id;
    const participant = orNotFound(await sessionHistory.findParticipant(id), 'room participant', id);
    return { data: presentRoomParticipant(participant) };
  });
};
