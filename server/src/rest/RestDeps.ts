import type { FastifyRequest } from 'fastify';
import type { ServerDeps } from '../ServerDeps.ts';
import type { LiveRoomsPort } from './liveRoomsPort.ts';

/** What the routes of the REST API work with. */
export interface RestDeps extends ServerDeps {
  /** The id of the API key that a request comes with; `null`: it has none that is valid. */
  readonly identify: (request: FastifyRequest) => string | null;
  readonly liveRooms: LiveRoomsPort;
}
