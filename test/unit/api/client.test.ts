import { describe, expect, it } from 'vitest';
import { createRoomsClient, RoomsApiError, type RoomsClient } from '../../../src/api/client/index.ts';
import { restServerForAll } from '../../support/rest-server/RestServer.ts';

const server = restServerForAll();

const clientOf = (options: Partial<Parameters<typeof createRoomsClient>[0]> = {}): RoomsClient =>
  createRoomsClient({ baseUrl: server().url, headers: { authorization: `Bearer ${server().apiKey}` }, ...options });

/** The error that a call ends with. */
const errorOf = async (call: Promise<unknown>): Promise<RoomsApiError> => {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RoomsApiError);
  return error as RoomsApiError;
};

async function meeting(client: RoomsClient, ...people: string[]) {
  const room = await client.rooms.create({ max_participants: 7 });
  const sessionId = await server().meeting(room.id, ...people);
  return { room, sessionId };
}

describe('every endpoint', () => {
  it('rooms: create, read, change, list, delete', async () => {
    const { rooms } = clientOf();
    const unique_name = crypto.randomUUID();
    const room = await rooms.create({ unique_name });
    expect(room).toMatchObject({ record_type: 'room', unique_name, max_participants: 10 });
    expect(await rooms.read(room.id, { include_sessions: true })).toEqual({ ...room, sessions: [] });
    expect(await rooms.update(room.id, { max_participants: 20 })).toMatchObject({ max_participants: 20, unique_name });
    const found = await rooms.list({ filter: { unique_name }, page: { size: 5 } });
    expect(found.meta).toEqual({ page_number: 1, page_size: 5, total_pages: 1, total_results: 1 });
    expect(await rooms.list({ filter: { unique_name, date_created_at: { lte: '2020-01-01' } } })).toMatchObject({
      data: [],
    });
    expect(await rooms.delete(room.id, { delete_recordings: true })).toBeUndefined();
    expect(await errorOf(rooms.read(room.id))).toMatchObject({ status: 404, code: 'resource-not-found' });
  });

  it('client tokens: generate, refresh, revoke', async () => {
    const { rooms, clientTokens } = clientOf();
    const { id } = await rooms.create();
    const pair = await clientTokens.generate(id, { participant: { id: 'ada' }, grants: { moderate: true } });
    const refresh_token = pair.refresh_token;
    const { token } = await createRoomsClient({ baseUrl: server().url }).clientTokens.refresh(id, { refresh_token });
    expect(token).not.toBe(pair.token);
    await clientTokens.revoke(id, { participant_ids: ['ada'] });
    expect(await errorOf(clientTokens.refresh(id, { refresh_token }))).toMatchObject({ code: 'token-revoked' });
  });

  it('sessions: list, read, participants, moderate, end', async () => {
    const client = clientOf();
    const { room, sessionId } = await meeting(client, 'ada', 'bob');
    const { sessions, rooms, participants } = client;
    const session = await sessions.read(sessionId, { include_participants: true });
    expect(session).toMatchObject({ active: true, room_id: room.id });
    expect(session.participants?.map(({ id }) => id).sort()).toEqual(['ada', 'bob']);
    const ofRoom = { filter: { room_id: room.id, active: true } };
    expect((await sessions.list(ofRoom)).data).toMatchObject([{ id: sessionId }]);
    expect((await rooms.sessions(room.id).list()).data).toMatchObject([{ id: sessionId }]);
    const people = await sessions.participants(sessionId).list({ filter: { context: 'bob' } });
    expect(people.data).toMatchObject([{ id: 'bob', left_at: null }]);
    expect((await participants.list({ filter: { session_id: sessionId } })).meta.total_results).toBe(2);
    expect(await participants.read('bob')).toMatchObject({ id: 'bob', record_type: 'room_participant' });
    await sessions.mute(sessionId, { participants: ['ada'], sources: ['audio', 'video'], reason: 'noise' });
    await sessions.unmute(sessionId, { participants: 'all' });
    await sessions.changeGrants(sessionId, { participants: ['ada'], grants: { publish: ['audio'] } });
    await sessions.kick(sessionId, { participants: 'all', exclude: ['ada'], ban_secs: 60 });
    await sessions.end(sessionId);
    expect(await sessions.read(sessionId)).toMatchObject({ active: false });
  });

  it('recordings and compositions: list, read, create, delete, delete all that pass a filter', async () => {
    const client = clientOf();
    const { room, sessionId } = await meeting(client, 'ada');
    const [first, second] = [
      await server().recording(room.id, sessionId),
      await server().recording(room.id, sessionId),
    ];
    const { recordings, compositions } = client;
    const filter = { room_id: room.id, status: 'processing', type: 'video', duration_secs: undefined } as const;
    expect((await recordings.list({ filter })).meta.total_results).toBe(2);
    expect((await recordings.list({ filter: { ...filter, duration_secs: { gte: 5 } } })).meta.total_results).toBe(0);
    expect(await recordings.read(first)).toMatchObject({ id: first, session_id: sessionId });

    const film = await compositions.create({ session_id: sessionId, resolution: '640x360' });
    expect(film).toMatchObject({ status: 'enqueued', resolution: '640x360', audio_sources: ['*'] });
    expect(await compositions.read(film.id)).toMatchObject({ id: film.id });
    expect((await compositions.list({ filter: { session_id: sessionId } })).data).toHaveLength(1);
    await compositions.delete(film.id);

    await recordings.delete(first);
    expect(await errorOf(recordings.deleteAll({}))).toMatchObject({ code: 'filter-missing', status: 422 });
    expect(await recordings.deleteAll({ room_id: room.id })).toBe(1);
    expect(await errorOf(recordings.read(second))).toMatchObject({ status: 404 });
  });

  it('webhooks: deliveries, redelivery, keys', async () => {
    const { rooms, webhooks } = clientOf();
    const { id } = await rooms.create({ webhook_event_url: 'http://127.0.0.1:9/hook' });
    await server().meeting(id);
    const { data } = await webhooks.deliveries.list({ filter: { room_id: id } });
    expect(data).toMatchObject([{ event_type: 'video.room.session.started' }]);
    const deliveryId = data[0]?.id ?? '';
    expect(await webhooks.deliveries.read(deliveryId)).toMatchObject({ id: deliveryId });
    expect(await webhooks.deliveries.redeliver(deliveryId)).toMatchObject({ id: deliveryId, status: 'pending' });
    expect(await webhooks.secret()).toMatch(/^whsec_/);
    expect(atob(await createRoomsClient({ baseUrl: server().url }).webhooks.publicKey())).toHaveLength(32);
  });
});

describe('lists', () => {
  it('are read page by page, and one by one', async () => {
    const client = clientOf();
    const { sessionId } = await meeting(client, 'a', 'b', 'c', 'd', 'e');
    const people = client.sessions.participants(sessionId);
    const sizes: number[] = [];
    for await (const { data } of people.pages({ page: { size: 2 } })) sizes.push(data.length);
    expect(sizes).toEqual([2, 2, 1]);
    const ids: string[] = [];
    for await (const { id } of people.all({ page: { size: 2 } })) ids.push(id);
    expect(ids.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leave nothing out when what was read is deleted', async () => {
    const client = clientOf();
    const { room, sessionId } = await meeting(client, 'ada');
    for (let count = 0; count < 7; count++) await server().recording(room.id, sessionId);
    const deleted = new Set<string>();
    for await (const { id } of client.recordings.all({ filter: { room_id: room.id }, page: { size: 2 } })) {
      await client.recordings.delete(id);
      deleted.add(id);
    }
    expect(deleted.size).toBe(7);
    expect((await client.recordings.list({ filter: { room_id: room.id } })).data).toEqual([]);
  });

  it('give nothing twice when something comes while they are read', async () => {
    const client = clientOf();
    const { room, sessionId } = await meeting(client, 'ada');
    for (let count = 0; count < 4; count++) await server().recording(room.id, sessionId);
    const ids: string[] = [];
    for await (const { id } of client.recordings.all({ filter: { room_id: room.id }, page: { size: 2 } })) {
      if (ids.length === 1) await server().recording(room.id, sessionId);
      ids.push(id);
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(4);
  });

  it('stop asking when the loop is left', async () => {
    const client = clientOf();
    const { sessionId } = await meeting(client, 'a', 'b', 'c');
    for await (const page of client.sessions.participants(sessionId).pages({ page: { size: 1 } })) {
      expect(page.data).toHaveLength(1);
      break;
    }
    expect(server().count(`GET /v2/room_sessions/${sessionId}/participants`)).toBe(1);
  });
});

describe('errors', () => {
  it('say which field is wrong, and every other mistake, and how the server calls the request', async () => {
    const { rooms } = clientOf();
    const error = await errorOf(rooms.create({ max_participants: 1, webhook_timeout_secs: 99 }));
    expect(error).toMatchObject({ status: 422, code: 'field-invalid', field: 'max_participants', passing: false });
    expect(error.problems.map(({ field }) => field)).toEqual(['max_participants', 'webhook_timeout_secs']);
    expect(error.message).toBe(error.problems[0]?.message);
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('name a field inside a field, and a parameter', async () => {
    const client = clientOf();
    const { room, sessionId } = await meeting(client, 'ada');
    await server().recording(room.id, sessionId);
    const region = { x_pos: 0, width: 5000 };
    const input = { session_id: sessionId, video_layout: { 'left/top': region } };
    expect((await errorOf(client.compositions.create(input))).field).toBe('video_layout.left/top.width');
    expect((await errorOf(client.rooms.list({ page: { size: 1000 } }))).field).toBe('page[size]');
  });

  it.each([
    ['a wrong key', { headers: { authorization: 'Bearer wrong' } }, { status: 401, code: 'api-key-invalid' }],
    ['nobody there', { baseUrl: 'http://127.0.0.1:1' }, { status: null, code: 'unreachable', passing: true }],
    ['a relative address outside a page', { baseUrl: '/api' }, { status: null, code: 'request-invalid' }],
  ])('of %s', async (_what, options, expected) => {
    expect(await errorOf(clientOf(options).rooms.list())).toMatchObject(expected);
  });

  it('of the server itself may pass', async () => {
    await server().fail('rooms', 'list');
    expect(await errorOf(clientOf().rooms.list())).toMatchObject({
      status: 500,
      code: 'internal-error',
      passing: true,
    });
  });

  it.each([
    ['a page', () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html' } }), 200],
    ['the error page of a proxy', () => new Response('<p>Bad gateway</p>', { status: 502 }), 502],
    ['JSON of something else', () => Response.json({ hello: 'world' }), 200],
    ['a list of something else', () => Response.json({ data: {} }), 200],
  ])('of an answer that is %s', async (_what, answer, status) => {
    const { rooms } = clientOf({ fetch: async () => answer() });
    expect(await errorOf(rooms.list())).toMatchObject({ code: 'answer-unreadable', status });
  });

  it('of an answer that breaks off', async () => {
    const headers = { 'content-type': 'application/json' };
    const { rooms } = clientOf({ fetch: async () => new Response('{"data": [', { headers }) });
    expect(await errorOf(rooms.list())).toMatchObject({ code: 'answer-unreadable' });
  });

  it.each(['', '.', '..'])('of the id "%s", before anything is asked', async (id) => {
    expect(await errorOf(clientOf().rooms.read(id))).toMatchObject({ code: 'request-invalid' });
    expect(server().count('GET')).toBe(0);
  });

  it('of too many requests say how long to wait', async () => {
    const errors = [{ code: 'rate-limited', title: 'Too many', detail: 'Wait.' }];
    const refused = () => Response.json({ errors }, { status: 429, headers: { 'retry-after': '7' } });
    const { rooms } = clientOf({ fetch: async () => refused() });
    expect(await errorOf(rooms.list())).toMatchObject({ status: 429, retryAfterSecs: 7, passing: true });
  });
});

describe('requests', () => {
  it('are called off by their signal, with its reason', async () => {
    await server().hold('GET /v2/rooms');
    const controller = new AbortController();
    const reason = new Error('nobody looks any more');
    const call = clientOf().rooms.list({}, { signal: controller.signal });
    await server().until('GET /v2/rooms', 'asked');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    await server().until('GET /v2/rooms', 'aborted');
  });

  it('carry headers that are asked for each time', async () => {
    let asked = 0;
    const headers = async () => {
      asked += 1;
      return { authorization: `Bearer ${server().apiKey}` };
    };
    const { rooms } = clientOf({ headers });
    await rooms.list();
    await rooms.list();
    expect(asked).toBe(2);
  });

  it('keep an id that has more than letters in its place', async () => {
    expect(await errorOf(clientOf().participants.read('a/b?c#d%2e'))).toMatchObject({ code: 'resource-not-found' });
    expect(server().count('GET /v2/room_participants/a%2Fb%3Fc%23d%252e')).toBe(1);
  });
});
