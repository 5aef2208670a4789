import { type ClientTokensEndpoint, clientTokensEndpoint } from './clientTokens.ts';
import { createHttp, type RoomsClientOptions } from './Http.ts';
import { type RoomCompositionsEndpoint, roomCompositionsEndpoint } from './roomCompositions.ts';
import { type RoomParticipantsEndpoint, roomParticipantsEndpoint } from './roomParticipants.ts';
import { type RoomRecordingsEndpoint, roomRecordingsEndpoint } from './roomRecordings.ts';
import { type RoomSessionsEndpoint, roomSessionsEndpoint } from './roomSessions.ts';
import { type RoomsEndpoint, roomsEndpoint } from './rooms.ts';
import { type WebhooksEndpoint, webhooksEndpoint } from './webhooks.ts';

/** Every endpoint of the REST API. All of them throw {@link RoomsApiError}. */
export interface RoomsClient {
  readonly rooms: RoomsEndpoint;
  readonly clientTokens: ClientTokensEndpoint;
  readonly sessions: RoomSessionsEndpoint;
  readonly participants: RoomParticipantsEndpoint;
  readonly recordings: RoomRecordingsEndpoint;
  readonly compositions: RoomCompositionsEndpoint;
  readonly webhooks: WebhooksEndpoint;
}

/**
 * A client of the REST API.
 *
 * On a backend it asks the room server, with the API key in `headers`; in a browser it asks a proxy that knows who the
 * user is (`parlour-server/proxy`), and never has the key.
 */
export function createRoomsClient(options: RoomsClientOptions): RoomsClient {
  const http = createHttp(options);
  return {
    rooms: roomsEndpoint(http),
    clientTokens: clientTokensEndpoint(http),
    sessions: roomSessionsEndpoint(http),
    participants: roomParticipantsEndpoint(http),
    recordings: roomRecordingsEndpoint(http),
    compositions: roomCompositionsEndpoint(http),
    webhooks: webhooksEndpoint(http),
  };
}
