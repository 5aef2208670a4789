import type {
  RoomCompositionsQuery,
  RoomParticipantsQuery,
  RoomQuery,
  RoomRecordingsQuery,
  RoomSessionQuery,
  RoomSessionsQuery,
  RoomsClient,
  RoomsQuery,
  WebhookDeliveriesQuery,
} from '../client/index.ts';
import type { RoomsApiKeys } from './keys.ts';
import { infiniteOf, queryOf } from './options.ts';

/** The options of every query: `useQuery(roomsApi.queries.rooms({ filter: { unique_name: 'standup' } }))`. */
export function createQueries(client: RoomsClient, keys: RoomsApiKeys) {
  const { rooms, sessions, participants, recordings, compositions, webhooks } = client;
  return {
    rooms: (query?: RoomsQuery) => queryOf(keys.rooms.list(query), (options) => rooms.list(query, options)),
    room: (roomId: string, query?: RoomQuery) =>
      queryOf(keys.rooms.one(roomId, query), (options) => rooms.read(roomId, query, options)),
    roomSessions: (query?: RoomSessionsQuery) =>
      queryOf(keys.sessions.list(query), (options) => sessions.list(query, options)),
    roomSession: (sessionId: string, query?: RoomSessionQuery) =>
      queryOf(keys.sessions.one(sessionId, query), (options) => sessions.read(sessionId, query, options)),
    roomParticipants: (query?: RoomParticipantsQuery) =>
      queryOf(keys.participants.list(query), (options) => participants.list(query, options)),
    roomParticipant: (participantId: string) =>
      queryOf(keys.participants.one(participantId), (options) => participants.read(participantId, options)),
    recordings: (query?: RoomRecordingsQuery) =>
      queryOf(keys.recordings.list(query), (options) => recordings.list(query, options)),
    recording: (recordingId: string) =>
      queryOf(keys.recordings.one(recordingId), (options) => recordings.read(recordingId, options)),
    compositions: (query?: RoomCompositionsQuery) =>
      queryOf(keys.compositions.list(query), (options) => compositions.list(query, options)),
    composition: (compositionId: string) =>
      queryOf(keys.compositions.one(compositionId), (options) => compositions.read(compositionId, options)),
    webhookDeliveries: (query?: WebhookDeliveriesQuery) =>
      queryOf(keys.webhookDeliveries.list(query), (options) => webhooks.deliveries.list(query, options)),
    webhookDelivery: (deliveryId: string) =>
      queryOf(keys.webhookDeliveries.one(deliveryId), (options) => webhooks.deliveries.read(deliveryId, options)),
  };
}

/** The options of every infinite list: `useInfiniteQuery(roomsApi.infiniteQueries.rooms())`. */
export function createInfiniteQueries(client: RoomsClient, keys: RoomsApiKeys) {
  const { rooms, sessions, participants, recordings, compositions, webhooks } = client;
  return {
    rooms: (query?: RoomsQuery) => infiniteOf(keys.rooms.infinite(query), rooms.list, query),
    roomSessions: (query?: RoomSessionsQuery) => infiniteOf(keys.sessions.infinite(query), sessions.list, query),
    roomParticipants: (query?: RoomParticipantsQuery) =>
      infiniteOf(keys.participants.infinite(query), participants.list, query),
    recordings: (query?: RoomRecordingsQuery) => infiniteOf(keys.recordings.infinite(query), recordings.list, query),
    compositions: (query?: RoomCompositionsQuery) =>
      infiniteOf(keys.compositions.infinite(query), compositions.list, query),
    webhookDeliveries: (query?: WebhookDeliveriesQuery) =>
      infiniteOf(keys.webhookDeliveries.infinite(query), webhooks.deliveries.list, query),
  };
}

/** The option factories of queries. */
export type RoomsApiQueries = ReturnType<typeof createQueries>;
/** The option factories of infinite lists. */
export type RoomsApiInfiniteQueries = ReturnType<typeof createInfiniteQueries>;
