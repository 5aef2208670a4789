import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { RoomParams } from '../rooms/RoomParams.ts';
import { dataOf, errorResponses } from '../schemas/envelope.ts';
import { JoinTokenInput, JoinTokenResult } from './schemas.ts';
import { toTokenRequest } from './toTokenRequest.ts';

/** Hands out the tokens that a client joins with. */
export const generateRoute: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories, tokens, publicUrl }) => {
  const schema = {
    tags: ['Client tokens'],
    summary: 'Issue a join token and a refresh token',
    operationId: 'generateJoinClientToken',
    params: RoomParams,
    body: JoinTokenInput,
    response: { 201: dataOf(JoinTokenResult), ...errorResponses(401, 404, 422) },
  };
  app.post('/rooms/:room_id/actions/generate_join_client_token', { schema }, async ({ params, body }, reply) => {
    const { id } = orNotFound(await repositories.rooms.find(params.room_id), 'room', params.room_id);
    const url = publicUrl();
    const { access, refresh } = await tokens.issue(toTokenRequest(id, body, url));
    const data = {
      token: access.token,
      token_expires_at: access.expiresAt.toISOString(),
      refresh_token: refresh.token,
      refresh_token_expires_at: refresh.expiresAt.toISOString(),
      server_url: url,
    };
    return reply.code(201).send({ data });
  });
};
