export type { ClientTokensEndpoint } from './clientTokens.ts';
export { createRoomsClient, type RoomsClient } from './createRoomsClient.ts';
export type { RequestOptions, RoomsClientOptions } from './Http.ts';
export type { PageQuery } from './listQuery.ts';
export type { List, ReadPage } from './pages.ts';
export { RoomsApiError, type RoomsApiErrorCode, type RoomsApiProblem } from './RoomsApiError.ts';
export type {
  ChangeGrantsInput,
  ClientTokenInput,
  ClientTokenResource,
  CreateCompositionInput,
  CreateRoomInput,
  KickParticipantsInput,
  MuteParticipantsInput,
  Page,
  RenewClientTokenInput,
  RenewedClientTokenResource,
  RevokeClientTokensInput,
  RoomCompositionResource,
  RoomParticipantResource,
  RoomRecordingResource,
  RoomResource,
  RoomSessionResource,
  UnmuteParticipantsInput,
  UpdateRoomInput,
  WebhookDeliveryResource,
} from './resources.ts';
export type { RoomCompositionsEndpoint, RoomCompositionsQuery } from './roomCompositions.ts';
export type { RoomParticipantsEndpoint, RoomParticipantsQuery } from './roomParticipants.ts';
export type { RoomRecordingsEndpoint, RoomRecordingsFilter, RoomRecordingsQuery } from './roomRecordings.ts';
export type {
  ParticipantsOfSessionQuery,
  RoomSessionQuery,
  RoomSessionsEndpoint,
  RoomSessionsQuery,
} from './roomSessions.ts';
export type { DeleteRoomQuery, RoomQuery, RoomsEndpoint, RoomsQuery, SessionsOfRoomQuery } from './rooms.ts';
export type { WebhookDeliveriesQuery, WebhooksEndpoint } from './webhooks.ts';
