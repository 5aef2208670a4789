import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { authorized, TestServer } from '../support/TestServer.ts';
import { testConfig } from '../support/testConfig.ts';

const { limits } = testConfig();

describe.each(DATABASES)('rooms of an API key on %s', (_name, start) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await start();
  });
  afterAll(() => database?.stop());

  test('are limited, also where many are made at once; those deleted and those of other keys do not count', async () => {
    const config = { limits: { ...limits, roomsPerKey: 2 }, apiKeys: ['key-of-ada', 'key-of-bob'] };
    const server = await TestServer.start(database, { config });
    const create = (key: string) =>
      server.send({ method: 'POST', url: '/v2/rooms', headers: { authorization: `Bearer ${key}` }, payload: {} });
    const made = await Promise.all([1, 2, 3, 4].map(() => create('key-of-ada')));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 403, 403]);
    const detail = 'This API key has 2 rooms and may have 2. Delete some, or raise PARLOUR_ROOMS_PER_KEY.';
    expect(made.find(({ status }) => status === 403)?.body.errors).toMatchObject([{ code: 'too-many-rooms', detail }]);
    expect((await create('key-of-bob')).status).toBe(201);

    const id = made.find(({ status }) => status === 201)?.body.data.id;
    const headers = { authorization: 'Bearer key-of-ada' };
    expect((await server.send({ method: 'DELETE', url: `/v2/rooms/${id}`, headers })).status).toBe(204);
    expect([(await create('key-of-ada')).status, (await create('key-of-ada')).status]).toEqual([201, 403]);
    await server.close();
  });
});

describe('the REST API', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startMemoryDatabase();
  });
  afterAll(() => database?.stop());

  test('refuses a body over the setting', async () => {
    const server = await TestServer.start(database, { config: { limits: { ...limits, bodyBytes: 1024 } } });
    const create = (unique_name: string) => server.request('POST', '/rooms', { unique_name });
    expect((await create('x'.repeat(200))).status).toBe(201);
    expect((await create('x'.repeat(2000))).body.errors).toMatchObject([{ code: 'body-too-large' }]);
    await server.close();
  });

  test('changes nothing for pages of other origins, and lets others ask', async () => {
    const server = await TestServer.start(database, { config: { allowedOrigins: ['https://app.example.org'] } });
    const room = await server.createRoom();
    const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, origin: string) => {
      const payload = method === 'POST' || method === 'PATCH' ? { payload: {} } : {};
      const answer = await server.send({ method, url, headers: { ...authorized, origin }, ...payload });
      return [answer.status, answer.body.errors?.[0].code];
    };
    for (const origin of ['https://evil.example.org', 'null']) {
      expect(await ask('POST', '/v2/rooms', origin)).toEqual([403, 'origin-not-allowed']);
      expect(await ask('PATCH', `/v2/rooms/${room.id}`, origin)).toEqual([403, 'origin-not-allowed']);
      expect(await ask('DELETE', `/v2/rooms/${room.id}`, origin)).toEqual([403, 'origin-not-allowed']);
      const refresh = `/v2/rooms/${room.id}/actions/refresh_client_token`;
      expect(await ask('POST', refresh, origin)).toEqual([403, 'origin-not-allowed']);
      expect(await ask('GET', `/v2/rooms/${room.id}`, origin)).toEqual([200, undefined]);
    }
    expect(await ask('POST', '/v2/rooms', 'https://app.example.org')).toEqual([201, undefined]);
    await server.close();
  });

  test('counts addresses by the word of trusted proxies only', async () => {
    const server = await TestServer.start(database, { requestsPerMinute: 1 });
    const from = async (forwarded: string, remoteAddress = '127.0.0.1') => {
      const headers = { 'x-forwarded-for': forwarded };
      return (await server.send({ method: 'GET', url: '/v2/nowhere', headers, remoteAddress })).status;
    };
    expect([await from('198.51.100.1'), await from('198.51.100.1'), await from('198.51.100.2')]).toEqual([
      404, 429, 404,
    ]);
    // A stranger who writes another address each time is still one.
    expect([await from('1.1.1.1', '203.0.113.7'), await from('1.1.1.2', '203.0.113.7')]).toEqual([404, 429]);
    expect([await from('2001:db8::1'), await from('2001:db8::2')]).toEqual([404, 429]);
    await server.close();
  });
});
