import type { FastifyPluginAsync } from 'fastify';
import type { ApiKeyAuthenticator } from '../apiKeys/ApiKeyAuthenticator.ts';
import type { ServerDeps } from '../ServerDeps.ts';
import type { LiveRoomsPort } from './liveRoomsPort.ts';

/** What the routes of the REST API work with. */
export interface RestDeps extends ServerDeps {
  readonly authenticator: ApiKeyAuthenticator;
  readonly liveRooms: LiveRoomsPort;
}

/** The REST API under `/v2`. */
export const restPlugin: FastifyPluginAsync<RestDeps> = async (app, { signingKeys }) => {
  app.get('/.well-known/jwks.json', async () => signingKeys.jwks());
};
