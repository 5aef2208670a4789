import { describe, expect, test } from 'vitest';
import { ApiKeyAuthenticator } from '../../src/apiKeys/ApiKeyAuthenticator.ts';
import { ConsoleSessions } from '../../src/console/ConsoleSessions.ts';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { API_KEY } from '../support/testConfig.ts';

const HOST = 'rooms.example.org';
const ORIGIN = `http://${HOST}`;
const page = { host: HOST, origin: ORIGIN, 'sec-fetch-site': 'same-origin' };

describe.each(DATABASES)('the console, on %s', (_name, start) => {
  const server = serverForEachTest(start);

  const signIn = (api_key: string = API_KEY, headers: object = page) =>
    server().send({ method: 'POST', url: '/console/api/session', headers: { ...headers }, payload: { api_key } });
  const enter = async () => {
    const { body, headers } = await signIn();
    const cookie = String(headers['set-cookie']).split(';')[0] as string;
    return { ...page, cookie, 'x-parlour-csrf': body.data.csrf_token as string };
  };
  const ask = (headers: object, method: 'GET' | 'POST' | 'DELETE' = 'GET', path = '/v2/rooms', payload?: object) =>
    server().send({ method, url: `/console/api${path}`, headers: { ...headers }, ...(payload && { payload }) });

  test('opens with an API key, by a cookie that no script reads and no other site sends', async () => {
    const { status, body, headers } = await signIn();
    expect(status).toBe(201);
    expect(body.data).toEqual({
      csrf_token: expect.stringMatching(/^[\w-]{43}$/),
      expires_at: new Date(server().clock.now().getTime() + 12 * 3_600_000).toISOString(),
    });
    expect(headers['set-cookie']).toMatch(
      /^parlour_console=[\w-]{43}; Path=\/console; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
    );
    const { rows } = (await server().database.database.db.execute('select * from console_sessions')) as unknown as {
      rows: object[];
    };
    const [token = ''] = /[\w-]{43}/.exec(String(headers['set-cookie'])) ?? [];
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(body.data.csrf_token);
  });

  test('refuses a wrong key, and who has none', async () => {
    expect(await signIn('wrong')).toMatchObject({ status: 401, body: { errors: [{ code: 'api-key-invalid' }] } });
    for (const cookie of ['', 'parlour_console=made-up', `parlour_console=${API_KEY}`]) {
      const answer = await ask({ ...page, cookie });
      expect(answer).toMatchObject({ status: 401, body: { errors: [{ code: 'console-signed-out' }] } });
    }
    // The key itself opens the API, and not the console.
    expect((await ask({ authorization: `Bearer ${API_KEY}` })).status).toBe(401);
  });

  test('refuses a flood of attempts, until a minute is over', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await signIn('wrong')).status).toBe(401);
    const refused = await signIn();
    expect(refused).toMatchObject({ status: 429, body: { errors: [{ code: 'rate-limited' }] } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('is the REST API for who is signed in', async () => {
    const mine = await enter();
    const { status, body } = await ask(mine, 'POST', '/v2/rooms', { unique_name: 'daily' });
    expect(status).toBe(201);
    expect((await ask(mine)).body).toEqual((await server().request('GET', '/rooms')).body);
    expect((await ask(mine, 'DELETE', `/v2/rooms/${body.data.id}`)).status).toBe(204);
    expect((await ask(mine, 'GET', `/v2/rooms/${body.data.id}`)).status).toBe(404);
    expect((await ask(mine, 'POST', '/v2/rooms', { max_participants: 'many' })).status).toBe(422);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['another site', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the site', { 'sec-fetch-site': 'same-site' }],
    ['no token', { 'x-parlour-csrf': undefined }],
    ['the token of somebody else', { 'x-parlour-csrf': 'A'.repeat(43) }],
  ])('refuses what comes from %s', async (_what, changed) => {
    const headers = Object.fromEntries(
      Object.entries({ ...(await enter()), ...changed }).filter(([, value]) => value !== undefined),
    );
    const answer = await ask(headers, 'POST', '/v2/rooms', {});
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ code: 'console-request-forged' }] } });
    expect((await server().request('GET', '/rooms')).body.meta.total_results).toBe(0);
  });

  test('lets nobody sign a browser in from another site', async () => {
    const answer = await signIn(API_KEY, { ...page, origin: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ code: 'console-request-forged' }] } });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('goes on where it was after the page was loaded again, until it is signed out', async () => {
    const mine = await enter();
    expect((await ask(mine, 'GET', '/session')).body.data.csrf_token).toBe(mine['x-parlour-csrf']);
    const out = await ask(mine, 'DELETE', '/session');
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^parlour_console=; .*Max-Age=0/);
    expect((await ask(mine)).status).toBe(401);
  });

  test('is over after twelve hours', async () => {
    const mine = await enter();
    server().clock.advance({ secs: 12 * 3600 - 1 });
    expect((await ask(mine)).status).toBe(200);
    server().clock.advance({ secs: 1 });
    expect((await ask(mine)).status).toBe(401);
  });

  test('is over when its key is revoked', async () => {
    const { deps, clock } = server();
    const { apiKeys, consoleSessions } = deps.repositories;
    const keys = await ApiKeyAuthenticator.open(apiKeys, [API_KEY], clock.now);
    const sessions = new ConsoleSessions(consoleSessions, keys, { now: clock.now, lifetimeSecs: 43_200 });
    const { token = '' } = (await sessions.open(API_KEY)) ?? {};
    expect(await sessions.find(token)).toMatchObject({ expiresAt: new Date(clock.now().getTime() + 12 * 3_600_000) });
    const [key] = await apiKeys.list();
    await apiKeys.revoke(key?.id ?? '');
    await keys.refresh();
    expect(await sessions.find(token)).toBeNull();
  });

  test('tells how the server is', async () => {
    server().clock.advance({ secs: 90 });
    const { status, body } = await ask(await enter(), 'GET', '/health');
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      uptime_secs: 90,
      draining: false,
      checks: { database: 'ok', disk: 'ok' },
      memory_bytes: expect.any(Number),
    });
    expect((await ask(page, 'GET', '/health')).status).toBe(401);
  });
});

describe.each(DATABASES)('a server with short sessions, on %s', (_name, start) => {
  const server = serverForEachTest(start, { config: { consoleSessionSecs: 60 } });

  test('forgets who is signed in when they are over, and says so in the cookie', async () => {
    const url = '/console/api/session';
    const { headers } = await server().send({ method: 'POST', url, headers: page, payload: { api_key: API_KEY } });
    expect(headers['set-cookie']).toMatch(/Max-Age=60;/);
    const cookie = String(headers['set-cookie']).split(';')[0] as string;
    const ask = () => server().send({ method: 'GET', url, headers: { ...page, cookie } });
    server().clock.advance({ secs: 59 });
    expect((await ask()).status).toBe(200);
    server().clock.advance({ secs: 1 });
    expect(await ask()).toMatchObject({ status: 401, body: { errors: [{ code: 'console-signed-out' }] } });
  });
});

describe.each(DATABASES)('a server without TLS, on %s', (_name, start) => {
  const server = serverForEachTest(start, { config: { publicUrl: ORIGIN } });

  test('gives a cookie that browsers send without TLS', async () => {
    const { headers } = await server().send({
      method: 'POST',
      url: '/console/api/session',
      headers: page,
      payload: { api_key: API_KEY },
    });
    expect(headers['set-cookie']).toMatch(/SameSite=Strict$/);
  });
});

describe.each(DATABASES)('a server whose console is switched off, on %s', (_name, start) => {
  const server = serverForEachTest(start, { config: { console: false } });

  test.each(['/console', '/console/', '/console/api/session'])('has nothing at %s', async (url) => {
    expect((await server().send({ method: 'GET', url })).status).toBe(404);
  });
});
