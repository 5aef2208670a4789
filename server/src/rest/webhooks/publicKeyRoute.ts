import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { RestDeps } from '../RestDeps.ts';
import { dataOf, errorResponses } from '../schemas/envelope.ts';

const PublicKey = Type.Object({
  record_type: Type.Literal('public_key'),
  public: Type.String({ description: 'The Ed25519 public key: 32 bytes in base64.' }),
});

/** The key that receivers check `telnyx-signature-ed25519` with. Nothing in it is secret: no API key is asked for. */
export const publicKeyRoute: FastifyPluginAsyncTypebox<RestDeps> = async (app, { webhooks }) => {
  const schema = {
    tags: ['Webhooks'],
    summary: 'Read the public key of webhook signatures',
    operationId: 'readPublicKey',
    security: [],
    response: { 200: dataOf(PublicKey), ...errorResponses() },
  };
  app.get('/public_key', { schema }, async () => {
    return { data: { record_type: 'public_key' as const, public: webhooks.keys.publicKey } };
  });
};
