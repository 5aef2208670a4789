import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRoomsProxy, type ProxyDecision, type ProxyRequest, roomsProxyPlugin } from '../../src/proxy/index.ts';
import { readTarget } from '../../src/proxy/operations.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import { TestServer } from '../support/TestServer.ts';
import { API_KEY } from '../support/testConfig.ts';

interface User {
  name: string;
}
type Asked = ProxyRequest<User>;

let server: TestServer;
let serverUrl: string;
beforeAll(async () => {
  const database = await startMemoryDatabase();
  server = await TestServer.start(database, { requestsPerMinute: 10_000 });
  serverUrl = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return async () => {
    await server.close();
    await database.stop();
  };
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What listens in place of the room server. */
async function listen(answer: RequestListener): Promise<string> {
  const other = createServer(answer).listen(0, '127.0.0.1');
  closing.push(() => {
    other.closeAllConnections();
    other.close();
  });
  await once(other, 'listening');
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
}

const errors = vi.fn();
beforeEach(() => errors.mockReset());

/** A proxy that knows whoever names themselves, and lets them do what the test says. */
function proxy(
  authorize: (asked: Asked) => ProxyDecision | Promise<ProxyDecision> = () => true,
  options: Partial<Parameters<typeof createRoomsProxy<User>>[0]> = {},
) {
  const handle = createRoomsProxy<User>({
    serverUrl,
    apiKey: API_KEY,
    prefix: '/api',
    authenticate: ({ headers }) => (headers.get('cookie') === 'session=ada' ? { name: 'ada' } : null),
    authorize,
    onError: errors,
    ...options,
  });
  return async (method: string, path: string, init: RequestInit = {}) => {
    const headers = { cookie: 'session=ada', ...(init.headers as Record<string, string>) };
    const request = new Request(`https://app.example.org/api${path}`, { method, ...init, headers });
    const response = await handle(request);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  };
}
const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

describe('what is forwarded', () => {
  test('is every operation of the document, and nothing else', async () => {
    const { paths } = (await server.send({ method: 'GET', url: '/v2/openapi.json' })).body;
    const operations = Object.entries(paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, { operationId }]) => {
          const example = path.replaceAll(/\{\w+\}/g, 'x');
          return { operationId, found: readTarget(method.toUpperCase(), example)?.operation };
        }),
    );
    expect(operations.length).toBeGreaterThan(25);
    expect(operations.filter(({ operationId, found }) => operationId !== found)).toEqual([]);
  });

  test('is answered as the server answers', async () => {
    const ask = proxy();
    const made = await ask('POST', '/v2/rooms', json({ max_participants: 7 }));
    expect(made).toMatchObject({ status: 201, body: { data: { max_participants: 7 } } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const path = `/v2/rooms/${made.body.data.id}`;
    expect(await ask('GET', '/v2/rooms?page[size]=1')).toMatchObject({ status: 200, body: { meta: { page_size: 1 } } });
    expect(await ask('GET', '/v2/rooms?filter[nonsense]=1')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'filter-unknown' }] },
    });
    expect(await ask('DELETE', path)).toMatchObject({ status: 204, body: null });
    expect(await ask('GET', path)).toMatchObject({ status: 404, body: { errors: [{ code: 'resource-not-found' }] } });
  });

  test('is changed by the policy: who a token is for is not for the browser to say', async () => {
    const room = await server.createRoom();
    const ask = proxy(({ operation, user, body }) =>
      operation === 'generateJoinClientToken'
        ? { body: { ...body, participant: { id: user.name }, grants: {} } }
        : false,
    );
    const path = `/v2/rooms/${room.id}/actions/generate_join_client_token`;
    const answer = await ask('POST', path, json({ participant: { id: 'boss' }, grants: { moderate: true } }));
    const [, payload = ''] = answer.body.data.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims.sub).toBe('ada');
    expect(JSON.stringify(claims.grants)).not.toContain('moderate');
  });

  test('is narrowed by the policy: of a list, what the user may see', async () => {
    const [mine, other] = [await server.createRoom({ unique_name: 'mine' }), await server.createRoom()];
    const ask = proxy(() => ({ query: { 'filter[unique_name]': 'mine' } }));
    const { body } = await ask('GET', '/v2/rooms?filter[unique_name]=another');
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    expect(other.id).not.toBe(mine.id);
  });

  test('carries the key and nothing else of the request, and brings back no cookies', async () => {
    const seen: Record<string, unknown>[] = [];
    const url = await listen(({ headers, url: path }, response) => {
      seen.push({ ...headers, path });
      response
        .setHeader('set-cookie', 'server=1')
        .setHeader('x-internal', 'secret')
        .setHeader('keep-alive', 'timeout=9');
      response.setHeader('content-type', 'application/json').end('{"data":[]}');
    });
    const hostile = {
      authorization: 'Bearer mine',
      'x-forwarded-for': '10.0.0.1',
      te: 'trailers',
      'x-http-method-override': 'DELETE',
    };
    const { headers } = await proxy(() => true, { serverUrl: `${url}/base/` })('GET', '/v2/rooms?a=b', {
      headers: hostile,
    });
    expect(seen[0]).toMatchObject({ authorization: `Bearer ${API_KEY}`, path: '/base/v2/rooms?a=b' });
    expect(Object.keys(seen[0] ?? {})).not.toEqual(expect.arrayContaining(['cookie']));
    for (const name of ['cookie', 'x-forwarded-for', 'te', 'x-http-method-override'])
      expect(seen[0]?.[name]).toBeUndefined();
    for (const name of ['set-cookie', 'x-internal', 'keep-alive']) expect(headers.get(name)).toBeNull();
    await proxy(() => true, { serverUrl: url })(
      'POST',
      '/v2/rooms/r/actions/refresh_client_token',
      json({ refresh_token: 'x' }),
    );
    expect(seen[1]?.authorization).toBeUndefined();
  });
});

describe('the policy', () => {
  test('knows the room of whatever it is about', async () => {
    const room = await server.createRoom({ webhook_event_url: 'http://127.0.0.1:9/hook' });
    const { repositories } = server.deps;
    const sessionId = await repositories.sessions.open(room.id);
    await repositories.sessions.participantJoined({ id: 'bob', sessionId, context: '' });
    const rooms: unknown[] = [];
    const ask = proxy(async (asked) => {
      rooms.push([asked.operation, await asked.room(), asked.params]);
      return (await asked.room()) === room.id;
    });
    const [delivery] = (await server.request('GET', '/webhook_deliveries')).body.data;
    expect(await ask('GET', `/v2/rooms/${room.id}`)).toMatchObject({ status: 200 });
    expect(await ask('GET', `/v2/room_sessions/${sessionId}/participants`)).toMatchObject({ status: 200 });
    expect(await ask('GET', '/v2/room_participants/bob')).toMatchObject({ status: 200 });
    expect(await ask('GET', `/v2/webhook_deliveries/${delivery.id}`)).toMatchObject({ status: 200 });
    expect(await ask('GET', '/v2/room_sessions/nowhere')).toMatchObject({ status: 403 });
    expect(await ask('GET', '/v2/rooms')).toMatchObject({ status: 403 });
    expect(rooms).toEqual([
      ['readRoom', room.id, { room_id: room.id }],
      ['listParticipantsOfRoomSession', room.id, { room_session_id: sessionId }],
      ['readRoomParticipant', room.id, { room_participant_id: 'bob' }],
      ['readWebhookDelivery', room.id, { webhook_delivery_id: delivery.id }],
      ['readRoomSession', null, { room_session_id: 'nowhere' }],
      ['listRooms', null, {}],
    ]);
  });

  test('is not asked about strangers', async () => {
    const authorize = vi.fn(() => true);
    expect(await proxy(authorize)('GET', '/v2/rooms', { headers: { cookie: 'session=eve' } })).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'not-signed-in' }] },
    });
    expect(authorize).not.toHaveBeenCalled();
  });

  test.each([
    ['false', () => false],
    ['nothing', () => undefined as unknown as boolean],
    ['null', () => null as unknown as boolean],
    ['something that is not a decision', () => 'yes' as unknown as boolean],
  ])('that says %s lets nothing through', async (_what, authorize) => {
    expect(await proxy(authorize)('GET', '/v2/rooms')).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'not-allowed' }] },
    });
  });

  test('that throws lets nothing through, and what it threw is seen by the application alone', async () => {
    const cause = new Error('select * from users failed');
    const answer = await proxy(() => Promise.reject(cause))('GET', '/v2/rooms');
    expect(answer).toMatchObject({ status: 500, body: { errors: [{ code: 'policy-failed' }] } });
    expect(JSON.stringify(answer.body)).not.toContain('users');
    expect(errors.mock.calls[0]?.[0]).toMatchObject({ code: 'policy-failed', cause });
  });
});

describe('addresses', () => {
  test.each([
    '/v2/openapi.json',
    '/v2/rtc/join',
    '/v2/downloads/x.webm?signature=a',
    '/metrics',
    '/v2/rooms/..',
    '/v2/rooms/%2e%2e',
    '/v2/rooms/..%2f..%2fmetrics',
    '/v2/rooms/%2e%2e%2fmetrics',
    '/v2/rooms/a%5cb',
    '/v2/rooms/a%00b',
    '/v2/rooms/%0d%0ax',
    '/v2/rooms/%',
    '/v2/rooms//sessions',
    '/v2/rooms/',
    `/v2/rooms/${'x'.repeat(129)}`,
    '//evil.example.org/v2/rooms',
    '/http://evil.example.org/v2/rooms',
    '/v2/rooms/x/actions/../../../metrics',
  ])('of %s lead nowhere', async (path) => {
    const authorize = vi.fn(() => true);
    expect((await proxy(authorize)('GET', path)).status).toBe(404);
    expect(authorize).not.toHaveBeenCalled();
  });

  test('keep an id in its place, whatever it is made of', async () => {
    const seen: unknown[] = [];
    const url = await listen((request, response) => {
      seen.push(request.url);
      response.setHeader('content-type', 'application/json').end('{"data":{}}');
    });
    const ask = proxy(() => true, { serverUrl: url });
    for (const id of ['a@b:80', '%252e%252e', 'a%3Fb%23c', '...x']) await ask('GET', `/v2/room_participants/${id}`);
    expect(seen).toEqual(['a%40b%3A80', '%252e%252e', 'a%3Fb%23c', '...x'].map((id) => `/v2/room_participants/${id}`));
  });

  test('outside the prefix, and other methods, are not forwarded', async () => {
    expect(await proxy(() => true, { prefix: '/other' })('GET', '/v2/rooms')).toMatchObject({ status: 404 });
    expect(await proxy()('PUT', '/v2/rooms')).toMatchObject({ status: 404 });
  });
});

describe('requests that change something', () => {
  test.each([
    ['another site', 'https://evil.example.org', 403],
    ['a page without an origin', 'null', 403],
    ['the same host by another port', 'https://app.example.org:8443', 403],
    ['the page itself', 'https://app.example.org', 201],
    ['an origin that is allowed', 'https://admin.example.org', 201],
  ])('from %s', async (_who, origin, status) => {
    const ask = proxy(() => true, { allowedOrigins: ['https://admin.example.org'] });
    expect(
      (await ask('POST', '/v2/rooms', { ...json({}), headers: { origin, 'content-type': 'application/json' } })).status,
    ).toBe(status);
  });

  test.each([
    [
      'a body that is too large',
      { body: JSON.stringify({ unique_name: 'x'.repeat(200) }), headers: { 'content-type': 'application/json' } },
      413,
    ],
    ['a form', { body: 'unique_name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['text that is JSON', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
    ['half of JSON', { body: '{"a":', headers: { 'content-type': 'application/json' } }, 422],
    ['a list', { body: '[]', headers: { 'content-type': 'application/json' } }, 422],
    [
      'bytes that are no text',
      { body: new Uint8Array([0x22, 0xff, 0x22]), headers: { 'content-type': 'application/json' } },
      422,
    ],
  ])('with %s are refused', async (_what, init, status) => {
    const authorize = vi.fn(() => true);
    expect((await proxy(authorize, { maxBodyBytes: 100 })('POST', '/v2/rooms', init)).status).toBe(status);
    expect(authorize).not.toHaveBeenCalled();
  });
});

describe('a room server', () => {
  test('that is not there', async () => {
    expect(await proxy(() => true, { serverUrl: 'http://127.0.0.1:1' })('GET', '/v2/rooms')).toMatchObject({
      status: 502,
      body: { errors: [{ code: 'server-unreachable' }] },
    });
    expect(errors).toHaveBeenCalledOnce();
  });

  test('that does not answer in time', async () => {
    const url = await listen(() => undefined);
    expect(await proxy(() => true, { serverUrl: url, timeoutMs: 30 })('GET', '/v2/rooms')).toMatchObject({
      status: 504,
      body: { errors: [{ code: 'server-timed-out' }] },
    });
  });

  test('that sends elsewhere is not followed', async () => {
    const elsewhere = vi.fn();
    const target = await listen((_request, response) => void response.end(elsewhere()));
    const url = await listen((_request, response) => void response.writeHead(307, { location: target }).end());
    expect(await proxy(() => true, { serverUrl: url })('GET', '/v2/rooms')).toMatchObject({ status: 502 });
    expect(elsewhere).not.toHaveBeenCalled();
  });

  test('that does not take the key is no reason to sign in', async () => {
    expect(await proxy(() => true, { apiKey: 'wrong' })('GET', '/v2/rooms')).toMatchObject({
      status: 502,
      body: { errors: [{ code: 'server-refused' }] },
    });
    expect(() => proxy(() => true, { apiKey: '' })).toThrow('apiKey is empty');
  });
});

describe('in Fastify', () => {
  let app: FastifyInstance;
  let url: string;
  beforeEach(async () => {
    app = Fastify({ logger: false });
    app.addHook('onRequest', async (request) => {
      Object.assign(request, { userName: request.headers.cookie?.replace('session=', '') });
    });
    await app.register(
      roomsProxyPlugin<User>({
        serverUrl,
        apiKey: API_KEY,
        authenticate: (request) => {
          const { userName: name } = request as unknown as { userName?: string };
          return name === undefined ? null : { name };
        },
        authorize: ({ user }) => user.name === 'ada',
        maxBodyBytes: 1000,
      }),
      { prefix: '/api/rooms' },
    );
    url = await app.listen({ port: 0, host: '127.0.0.1' });
    closing.push(() => app.close());
  });
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/api/rooms${path}`, { ...init, headers: { cookie: 'session=ada', ...init.headers } });

  test('a user does what they may', async () => {
    const made = await ask('/v2/rooms', { method: 'POST', ...json({ max_participants: 4 }) });
    expect(made.status).toBe(201);
    const { data } = (await made.json()) as { data: { id: string } };
    expect((await ask(`/v2/rooms/${data.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask('/v2/rooms', { headers: { cookie: 'session=bob' } })).status).toBe(403);
    expect((await fetch(`${url}/api/rooms/v2/rooms`)).status).toBe(401);
    expect((await ask('/metrics')).status).toBe(404);
    const foreign = {
      method: 'POST',
      ...json({}),
      headers: { origin: 'https://evil.example.org', 'content-type': 'application/json' },
    };
    expect((await ask('/v2/rooms', foreign)).status).toBe(403);
    expect((await ask('/v2/rooms', { method: 'POST', ...json({ unique_name: 'x'.repeat(2000) }) })).status).toBe(413);
  });
});
