import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ApiError } from '../errors/ApiError.ts';
import type { RestDeps } from '../RestDeps.ts';
import { RoomParams } from '../rooms/RoomParams.ts';
import { dataOf, errorResponses } from '../schemas/envelope.ts';
import { AccessTokenResult, RefreshTokenInput } from './schemas.ts';

/** Renews an access token. The refresh token is the credential: clients call this themselves, without an API key. */
export const refreshRoute: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories, tokens, publicUrl }) => {
  const schema = {
    tags: ['Client tokens'],
    summary: 'Renew a join token',
    operationId: 'refreshClientToken',
    security: [],
    params: RoomParams,
    body: RefreshTokenInput,
    response: { 201: dataOf(AccessTokenResult), ...errorResponses(403, 404, 422) },
  };
  app.post('/rooms/:room_id/actions/refresh_client_token', { schema }, async ({ params, body }, reply) => {
    const roomId = params.room_id;
    const { refresh_token: refreshToken, token_ttl_secs: tokenTtlSecs } = body;
    const { token, expiresAt } = await tokens.refresh({ refreshToken, roomId, tokenTtlSecs, url: publicUrl() });
    if ((await repositories.rooms.find(roomId)) === null) {
      throw new ApiError('token-forbidden', 'The room of this refresh token is deleted: nobody can join it any more.');
    }
    return reply.code(201).send({ data: { token, token_expires_at: expiresAt.toISOString() } });
  });
};
