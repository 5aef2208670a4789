export {
  type ChangeGrantsInput,
  type ClientTokenInput,
  type ClientTokenResource,
  type ClientTokensEndpoint,
  type CreateCompositionInput,
  type CreateRoomInput,
  createRoomsClient,
  type DeleteRoomQuery,
  type KickParticipantsInput,
  type List,
  type MuteParticipantsInput,
  type Page,
  type PageQuery,
  type ParticipantsOfSessionQuery,
  type ReadPage,
  type RenewClientTokenInput,
  type RenewedClientTokenResource,
  type RequestOptions,
  type RevokeClientTokensInput,
  type RoomCompositionResource,
  type RoomCompositionsEndpoint,
  type RoomCompositionsQuery,
  type RoomParticipantResource,
  type RoomParticipantsEndpoint,
  type RoomParticipantsQuery,
  type RoomQuery,
  type RoomRecordingResource,
  type RoomRecordingsEndpoint,
  type RoomRecordingsFilter,
  type RoomRecordingsQuery,
  type RoomResource,
  type RoomSessionQuery,
  type RoomSessionResource,
  type RoomSessionsEndpoint,
  type RoomSessionsQuery,
  RoomsApiError,
  type RoomsApiErrorCode,
  type RoomsApiProblem,
  type RoomsClient,
  type RoomsClientOptions,
  type RoomsEndpoint,
  type RoomsQuery,
  type SessionsOfRoomQuery,
  type UnmuteParticipantsInput,
  type UpdateRoomInput,
  type WebhookDeliveriesQuery,
  type WebhookDeliveryResource,
  type WebhooksEndpoint,
} from './client/index.ts';
export { createRoomsApi, type RoomsApi, type RoomsApiOptions } from './createRoomsApi.ts';
export { RoomsApiProvider, type RoomsApiProviderProps, useRoomsApi } from './hooks/RoomsApiProvider.tsx';
export type { MutationHookOptions } from './hooks/useApiMutation.ts';
export { useChangeGrants } from './hooks/useChangeGrants.ts';
export { type ClientTokenResult, useClientToken } from './hooks/useClientToken.ts';
export { useCompositionQuery } from './hooks/useCompositionQuery.ts';
export { useCompositionsQuery } from './hooks/useCompositionsQuery.ts';
export { useCreateComposition } from './hooks/useCreateComposition.ts';
export { useCreateRoom } from './hooks/useCreateRoom.ts';
export { useDeleteComposition } from './hooks/useDeleteComposition.ts';
export { useDeleteRecording } from './hooks/useDeleteRecording.ts';
export { useDeleteRecordings } from './hooks/useDeleteRecordings.ts';
export { useDeleteRoom } from './hooks/useDeleteRoom.ts';
export { useEndSession } from './hooks/useEndSession.ts';
export { useInfiniteCompositionsQuery } from './hooks/useInfiniteCompositionsQuery.ts';
export { useInfiniteRecordingsQuery } from './hooks/useInfiniteRecordingsQuery.ts';
export { useInfiniteRoomParticipantsQuery } from './hooks/useInfiniteRoomParticipantsQuery.ts';
export { useInfiniteRoomSessionsQuery } from './hooks/useInfiniteRoomSessionsQuery.ts';
export { useInfiniteRoomsQuery } from './hooks/useInfiniteRoomsQuery.ts';
export { useInfiniteWebhookDeliveriesQuery } from './hooks/useInfiniteWebhookDeliveriesQuery.ts';
export { useKickParticipants } from './hooks/useKickParticipants.ts';
export { useLiveRoomInvalidation } from './hooks/useLiveRoomInvalidation.ts';
export { useMuteParticipants } from './hooks/useMuteParticipants.ts';
export { useRecordingQuery } from './hooks/useRecordingQuery.ts';
export { useRecordingsQuery } from './hooks/useRecordingsQuery.ts';
export { useRedeliverWebhook } from './hooks/useRedeliverWebhook.ts';
export { useRoomParticipantQuery } from './hooks/useRoomParticipantQuery.ts';
export { useRoomParticipantsQuery } from './hooks/useRoomParticipantsQuery.ts';
export { useRoomQuery } from './hooks/useRoomQuery.ts';
export { useRoomSessionQuery } from './hooks/useRoomSessionQuery.ts';
export { useRoomSessionsQuery } from './hooks/useRoomSessionsQuery.ts';
export { useRoomsQuery } from './hooks/useRoomsQuery.ts';
export { useUnmuteParticipants } from './hooks/useUnmuteParticipants.ts';
export { useUpdateRoom } from './hooks/useUpdateRoom.ts';
export { useWebhookDeliveriesQuery } from './hooks/useWebhookDeliveriesQuery.ts';
export { useWebhookDeliveryQuery } from './hooks/useWebhookDeliveryQuery.ts';
export type { Undo } from './query/changeCached.ts';
export type { ClientTokenQuery, ClientTokenRequest } from './query/clientToken.ts';
export type { ResourceKeys, RoomsApiKeys } from './query/keys.ts';
export type {
  ChangeGrantsVariables,
  DeleteCompositionVariables,
  DeleteRecordingVariables,
  DeleteRoomVariables,
  KickParticipantsVariables,
  MuteParticipantsVariables,
  RedeliverWebhookVariables,
  RoomsApiMutation,
  RoomsApiMutations,
  SessionVariables,
  UnmuteParticipantsVariables,
  UpdateRoomVariables,
} from './query/mutations.ts';
export type {
  InfiniteQueryHookOptions,
  QueryHookOptions,
  RoomsApiInfiniteQuery,
  RoomsApiQuery,
} from './query/options.ts';
export type { RoomsApiInfiniteQueries, RoomsApiQueries } from './query/queries.ts';
export { retryPassing } from './query/retryPassing.ts';
export { whileProcessing } from './query/whileProcessing.ts';
