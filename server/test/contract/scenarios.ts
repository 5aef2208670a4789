import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { authorized, type TestServer } from '../support/TestServer.ts';
import type { Scenario } from './walk.ts';

/** A request with the API key and, if there is one, a body. */
const ask = (path: string, payload?: object): Omit<InjectOptions, 'method'> => ({
  url: `/v2${path}`,
  headers: authorized,
  ...(payload && { payload }),
});

/** A room in which a session goes on, with Ada in it. */
async function meeting({ deps, createRoom }: Pick<TestServer, 'deps'> & { createRoom: TestServer['createRoom'] }) {
  const room = await createRoom();
  const { sessions } = deps.repositories;
  const sessionId = await sessions.open(room.id);
  await sessions.participantJoined({ id: 'ada', sessionId, context: 'kitchen' });
  return { roomId: room.id as string, sessionId };
}
const meetingOf = (server: TestServer) => meeting({ deps: server.deps, createRoom: (body) => server.createRoom(body) });

async function recordingOf(server: TestServer) {
  const id = randomUUID();
  const about = { participantId: 'ada', streamKey: 'self', type: 'video' as const, codec: 'vp8' };
  const { roomId, sessionId } = await meetingOf(server);
  await server.deps.repositories.recordings.begin({ id, roomId, sessionId, ...about, startedAt: server.clock.now() });
  return { id, roomId, sessionId };
}

async function compositionOf(server: TestServer): Promise<string> {
  const { sessionId } = await recordingOf(server);
  return (await server.request('POST', '/room_compositions', { session_id: sessionId })).body.data.id;
}

async function deliveryOf(server: TestServer): Promise<string> {
  const { id } = await server.createRoom({ webhook_event_url: 'http://127.0.0.1:9/hook' });
  await server.deps.repositories.sessions.open(id);
  return (await server.request('GET', '/webhook_deliveries')).body.data[0].id;
}

const onRoom =
  (toRequest: (id: string) => ReturnType<typeof ask>): Scenario =>
  async (server) =>
    toRequest((await server.createRoom()).id);
const onSession =
  (path: string, payload?: object): Scenario =>
  async (server) =>
    ask(`/room_sessions/${(await meetingOf(server)).sessionId}${path}`, payload);
const all = { participants: 'all' };

/** The keys of webhooks cannot be had. */
const withoutWebhookKeys =
  (path: string): Scenario =>
  (server) => {
    Object.defineProperty(server.deps.webhooks, 'keys', {
      get: () => {
        throw new Error('The keys are gone.');
      },
    });
    return ask(path);
  };

/** How routes are brought to what is their own, by operation and status. What all routes share is in `walk.ts`. */
export const scenarios: Record<string, Record<number, Scenario>> = {
  createRoom: { 201: () => ask('/rooms', { unique_name: 'standup', max_participants: '20' }) },
  readRoom: { 200: async (server) => ask(`/rooms/${(await meetingOf(server)).roomId}?include_sessions=true`) },
  updateRoom: { 200: onRoom((id) => ask(`/rooms/${id}`, { enable_recording: 'true' })) },
  deleteRoom: { 204: onRoom((id) => ask(`/rooms/${id}`)) },
  listSessionsOfRoom: {
    200: async (server) => ask(`/rooms/${(await meetingOf(server)).roomId}/sessions?include_participants=true`),
  },
  generateJoinClientToken: {
    201: onRoom((id) => ask(`/rooms/${id}/actions/generate_join_client_token`, { grants: { moderate: true } })),
  },
  refreshClientToken: {
    201: async (server) => {
      const { id } = await server.createRoom();
      const path = `/rooms/${id}/actions`;
      const { body } = await server.request('POST', `${path}/generate_join_client_token`);
      return { url: `/v2${path}/refresh_client_token`, payload: { refresh_token: body.data.refresh_token } };
    },
    403: async (server) => {
      const { id } = await server.createRoom();
      return { url: `/v2/rooms/${id}/actions/refresh_client_token`, payload: { refresh_token: 'forged' } };
    },
  },
  revokeClientTokens: {
    200: onRoom((id) => ask(`/rooms/${id}/actions/revoke_client_tokens`, { participant_ids: ['ada'] })),
  },
  readRoomSession: { 200: onSession('?include_participants=true') },
  listParticipantsOfRoomSession: { 200: onSession('/participants') },
  readRoomParticipant: {
    200: async (server) => {
      await meetingOf(server);
      return ask('/room_participants/ada');
    },
  },
  endRoomSession: { 200: onSession('/actions/end') },
  kickFromRoomSession: { 200: onSession('/actions/kick', { ...all, ban_secs: 60 }) },
  muteInRoomSession: { 200: onSession('/actions/mute', all) },
  unmuteInRoomSession: { 200: onSession('/actions/unmute', all) },
  changeGrantsInRoomSession: { 200: onSession('/actions/change_grants', { ...all, grants: { publish: [] } }) },
  deleteRoomRecordings: {
    201: async (server) => ask(`/room_recordings?filter[room_id]=${(await recordingOf(server)).roomId}`),
  },
  readRoomRecording: { 200: async (server) => ask(`/room_recordings/${(await recordingOf(server)).id}`) },
  deleteRoomRecording: { 204: async (server) => ask(`/room_recordings/${(await recordingOf(server)).id}`) },
  createRoomComposition: {
    202: async (server) => ask('/room_compositions', { session_id: (await recordingOf(server)).sessionId }),
  },
  readRoomComposition: { 200: async (server) => ask(`/room_compositions/${await compositionOf(server)}`) },
  deleteRoomComposition: { 204: async (server) => ask(`/room_compositions/${await compositionOf(server)}`) },
  readPublicKey: { 500: withoutWebhookKeys('/public_key') },
  readWebhookSecret: { 500: withoutWebhookKeys('/webhook_secret') },
  readWebhookDelivery: { 200: async (server) => ask(`/webhook_deliveries/${await deliveryOf(server)}`) },
  redeliverWebhookDelivery: {
    200: async (server) => ask(`/webhook_deliveries/${await deliveryOf(server)}/actions/redeliver`),
  },
};
