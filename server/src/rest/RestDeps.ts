import type { ApiKeyAuthenticator } from '../apiKeys/ApiKeyAuthenticator.ts';
import type { ServerDeps } from '../ServerDeps.ts';
import type { LiveRoomsPort } from './liveRoomsPort.ts';

/** What the routes of the REST API work with. */
export interface RestDeps extends ServerDeps {
  readonly authenticator: ApiKeyAuthenticator;
  readonly liveRooms: LiveRoomsPort;
}
