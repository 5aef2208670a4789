import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { TokenError } from '../../tokens/TokenError.ts';
import { ApiError } from '../errors/ApiError.ts';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { ActionResult } from '../roomSessions/schemas.ts';
import { RoomParams } from '../rooms/RoomParams.ts';
import { dataOf, errorResponses } from '../schemas/envelope.ts';
import { plainText } from '../schemas/text.ts';

const MOST = 1000;

const RevokeInput = Type.Object(
  {
    participant_ids: Type.Array(plainText(1, 128), {
      maxItems: MOST,
      default: [],
      description: 'All tokens that these participants have for this room. Tokens that are issued later are good.',
    }),
    tokens: Type.Array(Type.String({ minLength: 1, maxLength: 16_384 }), {
      maxItems: 100,
      default: [],
      description: 'Client tokens of this room, each with the refresh token and the access tokens that belong to it.',
    }),
    jtis: Type.Array(plainText(1, 128), {
      maxItems: MOST,
      default: [],
      description:
        'Ids (jti) of single tokens. That of a refresh token stands for the access tokens made with it, too.',
    }),
  },
  { description: 'At least one of the lists has an entry.' },
);

/** Makes client tokens void before they are over. */
export const revokeRoute: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories, tokens }) => {
  const schema = {
    tags: ['Client tokens'],
    summary: 'Revoke client tokens',
    description:
      'They join and refresh no more, also after a restart of the server. Whoever is in the room by one of them is ' +
      'disconnected within a second: unauthorized.',
    operationId: 'revokeClientTokens',
    params: RoomParams,
    body: RevokeInput,
    response: { 200: dataOf(ActionResult), ...errorResponses(401, 404, 422) },
  };
  app.post('/rooms/:room_id/actions/revoke_client_tokens', { schema }, async ({ params, body }) => {
    const { id: roomId } = orNotFound(await repositories.rooms.find(params.room_id), 'room', params.room_id);
    const { participant_ids: participantIds, jtis } = body;
    if (participantIds.length + jtis.length + body.tokens.length === 0) {
      const detail = 'Name whose tokens to revoke: participant_ids, tokens or jtis.';
      throw new ApiError('field-invalid', detail, { source: { pointer: '' } });
    }
    const families = await Promise.all(body.tokens.map((token, index) => familyOf(token, index, roomId)));
    await tokens.revoke({ roomId, participantIds, jtis: [...jtis, ...families] });
    return { data: { result: 'ok' } } as const;
  });

  const familyOf = async (token: string, index: number, roomId: string): Promise<string> => {
    const claims = await tokens.identify(token).catch((error: unknown) => {
      if (error instanceof TokenError) return null;
      throw error;
    });
    if (claims?.roomId === roomId) return claims.family;
    const pointer = `/tokens/${index}`;
    throw new ApiError('field-invalid', `${pointer} is not a client token of this room.`, { source: { pointer } });
  };
};
