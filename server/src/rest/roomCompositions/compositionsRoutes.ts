import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ApiError } from '../errors/ApiError.ts';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { dateFilterFields, readDateRange } from '../schemas/dateFilter.ts';
import { dataOf, errorResponses, listOf } from '../schemas/envelope.ts';
import { pageFields, presentPage, readPageRequest } from '../schemas/page.ts';
import { presentRoomComposition, RoomComposition } from '../schemas/roomComposition.ts';
import { Uuid } from '../schemas/text.ts';
import { readCompositionInput } from './readCompositionInput.ts';
import { requireSources } from './requireSources.ts';
import { CompositionParams, NewCompositionInput } from './schemas.ts';

const tags = ['Room compositions'];

/** Compositions: list, order, read, delete. */
export const compositionsRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, deps) => {
  const { identify, compositions: works, config, repositories, storage } = deps;
  const { compositions, recordings, sessionHistory } = repositories;

  const listSchema = {
    tags,
    summary: 'List compositions',
    operationId: 'listRoomCompositions',
    querystring: Type.Object({
      ...dateFilterFields('date_created_at'),
      'filter[room_id]': Type.Optional(Uuid),
      'filter[session_id]': Type.Optional(Uuid),
      'filter[status]': Type.Optional(Type.Enum(['enqueued', 'processing', 'completed', 'failed'])),
      ...pageFields,
    }),
    response: { 200: listOf(RoomComposition), ...errorResponses(401, 422) },
  };
  app.get('/room_compositions', { schema: listSchema }, async ({ query }) => {
    const page = readPageRequest(query);
    const filter = {
      roomId: query['filter[room_id]'],
      sessionId: query['filter[session_id]'],
      status: query['filter[status]'],
      createdAt: readDateRange(query, 'date_created_at'),
    };
    const { items, totalResults } = await compositions.list(filter, page);
    const presented = await Promise.all(items.map((composition) => presentRoomComposition(composition, storage)));
    return presentPage({ items: presented, totalResults }, page, (composition) => composition);
  });

  const createSchema = {
    tags,
    summary: 'Order a composition',
    description:
      'One film of the recordings of a session. It is made when the session is over and all that was recorded is stored; status and progress tell how far it is.',
    operationId: 'createRoomComposition',
    body: NewCompositionInput,
    response: { 202: dataOf(RoomComposition), ...errorResponses(401, 422) },
  };
  app.post('/room_compositions', { schema: createSchema }, async (request, reply) => {
    const { body } = request;
    const session = await sessionHistory.find(body.session_id);
    if (session === null) {
      const detail = `There is no session ${body.session_id}: list those there are with GET /room_sessions.`;
      throw new ApiError('session-unknown', detail, { source: { pointer: '/session_id' } });
    }
    const film = readCompositionInput(body, config.compositions.largest);
    requireSources(film, session, await recordings.ofSession(session.id));
    const composition = await works.order({
      ...film,
      roomId: session.roomId,
      sessionId: session.id,
      apiKeyId: identify(request),
      format: 'mp4',
      webhookEventUrl: body.webhook_event_url,
      webhookEventFailoverUrl: body.webhook_event_failover_url,
      webhookTimeoutSecs: body.webhook_timeout_secs,
    });
    return reply.code(202).send({ data: await presentRoomComposition(composition, storage) });
  });

  const readSchema = {
    tags,
    summary: 'Read a composition',
    operationId: 'readRoomComposition',
    params: CompositionParams,
    response: { 200: dataOf(RoomComposition), ...errorResponses(401, 404) },
  };
  app.get('/room_compositions/:room_composition_id', { schema: readSchema }, async ({ params }) => {
    const { room_composition_id: id } = params;
    const composition = orNotFound(await compositions.find(id), 'composition', id);
    return { data: await presentRoomComposition(composition, storage) };
  });

  const deleteSchema = {
    tags,
    summary: 'Delete a composition',
    description: 'With its file. One that is being made is given up.',
    operationId: 'deleteRoomComposition',
    params: CompositionParams,
    response: { 204: Type.Null(), ...errorResponses(401, 404) },
  };
  app.delete('/room_compositions/:room_composition_id', { schema: deleteSchema }, async ({ params }, reply) => {
    const { room_composition_id: id } = params;
    orNotFound((await works.delete(id)) ? true : null, 'composition', id);
    return reply.code(204).send(null);
  });
};
