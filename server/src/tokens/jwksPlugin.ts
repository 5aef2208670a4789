import type { FastifyPluginAsync } from 'fastify';
import type { ServerDeps } from '../ServerDeps.ts';

/** The public keys of client tokens, for whoever wants to verify one. */
export const jwksPlugin: FastifyPluginAsync<Pick<ServerDeps, 'signingKeys'>> = async (app, { signingKeys }) => {
  app.get('/.well-known/jwks.json', async (_request, reply) => {
    return reply.header('cache-control', 'public, max-age=300').send(signingKeys.jwks());
  });
};
