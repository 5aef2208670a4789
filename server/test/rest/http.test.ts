import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { authorized, TestServer, type TestServerOptions } from '../support/TestServer.ts';
import { API_KEY } from '../support/testConfig.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await startMemoryDatabase();
});
beforeEach(async () => {
  await database.reset();
  server = await TestServer.start(database);
});
afterEach(() => server.close());
afterAll(() => database?.stop());

/** A server with other settings, in place of the one of the test. */
async function restart(options: TestServerOptions): Promise<void> {
  await server.close();
  server = await TestServer.start(database, options);
}

describe('API keys', () => {
  test.each([
    ['no header', undefined, 'api-key-missing'],
    ['a wrong key', 'Bearer wrong', 'api-key-invalid'],
    ['a key with something after it', `Bearer ${API_KEY}x`, 'api-key-invalid'],
    ['another scheme', `Basic ${API_KEY}`, 'api-key-invalid'],
    ['no scheme', API_KEY, 'api-key-invalid'],
    ['an empty key', 'Bearer ', 'api-key-invalid'],
  ])('refuses %s on every route that needs one', async (_what, authorization, code) => {
    const room = '/v2/rooms/00000000-0000-4000-8000-000000000000';
    for (const [method, url] of [
      ['GET', '/v2/rooms'],
      ['POST', '/v2/rooms'],
      ['GET', room],
      ['PATCH', room],
      ['DELETE', room],
      ['GET', `${room}/sessions`],
      ['POST', `${room}/actions/generate_join_client_token`],
    ] as const) {
      const answer = await server.send({ method, url, headers: authorization === undefined ? {} : { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.body.errors).toMatchObject([{ code, title: expect.any(String), detail: expect.any(String) }]);
    }
  });

  test('lets in every key of the settings, and a key that left them no more', async () => {
    await restart({ config: { apiKeys: ['first', 'second'] } });
    const status = async (key: string) =>
      (await server.send({ method: 'GET', url: '/v2/rooms', headers: { authorization: `Bearer ${key}` } })).status;
    expect([await status('first'), await status('second'), await status(API_KEY)]).toEqual([200, 200, 401]);
    await restart({ config: { apiKeys: ['second'] } });
    expect([await status('first'), await status('second')]).toEqual([401, 200]);
  });

  test('takes a key that was revoked for none, whatever the settings say', async () => {
    const { apiKeys } = server.deps.repositories;
    const [key] = await apiKeys.list();
    await apiKeys.revoke(key?.id ?? '');
    await restart({});
    expect(await server.request('GET', '/rooms')).toMatchObject({ status: 401 });
  });

  test('keeps when each was used last', async () => {
    server.clock.advance({ secs: 90 });
    await server.request('GET', '/rooms');
    await server.send({ method: 'GET', url: '/v2/rooms', headers: { authorization: 'Bearer wrong' } });
    const { clock, deps } = server;
    await server.close();
    expect((await deps.repositories.apiKeys.list()).map(({ lastUsedAt }) => lastUsedAt)).toEqual([clock.now()]);
    server = await TestServer.start(database);
  });

  test('are not taken from a URL, where they would end up in logs and histories', async () => {
    for (const name of ['api_key', 'key', 'token', 'access_token', 'authorization']) {
      expect((await server.send({ method: 'GET', url: `/v2/rooms?${name}=${API_KEY}` })).status).toBe(401);
    }
    const headers = { cookie: `authorization=${API_KEY}; token=${API_KEY}`, 'x-api-key': API_KEY };
    expect((await server.send({ method: 'GET', url: '/v2/rooms', headers })).status).toBe(401);
  });

  test('that are tried out stand in the log, without the key', async () => {
    let log = '';
    await restart({ logTo: (line) => (log += line), config: { logLevel: 'info' } });
    const headers = { authorization: 'Bearer guessed-by-somebody' };
    await server.send({ method: 'GET', url: '/v2/rooms', headers, remoteAddress: '203.0.113.7' });
    expect(log).toContain('"code":"api-key-invalid","ip":"203.0.113.7","msg":"request refused"');
    expect(log).not.toContain('guessed-by-somebody');
  });

  test('stores no key, only its hash', async () => {
    const { rows } = (await database.database.db.execute('select * from api_keys')) as unknown as { rows: object[] };
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(API_KEY);
    expect(rows[0]).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), revoked_at: null });
  });
});

describe('failures before a route', () => {
  const post = (payload: string, type = 'application/json') =>
    server.send({ method: 'POST', url: '/v2/rooms', headers: { ...authorized, 'content-type': type }, payload });

  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE'])('%s, which nothing answers, changes nothing', async (method) => {
    const answer = await server.send({ method: method as 'PUT', url: '/v2/rooms', headers: authorized });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await server.request('GET', '/rooms')).body.meta.total_results).toBe(0);
  });

  test('a log line is one line, whatever an address or a name holds', async () => {
    const lines: string[] = [];
    await restart({ logTo: (line) => lines.push(line), config: { logLevel: 'info' } });
    const forged = '\n{"level":30,"msg":"forged"}\n';
    const headers = { ...authorized, 'user-agent': 'x', host: 'localhost' };
    await server.send({ method: 'GET', url: `/v2/${encodeURIComponent(forged)}`, headers });
    await server.request('POST', '/rooms', { unique_name: forged });
    server.deps.log.warn({ forged }, forged);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect([line.split('\n').length, JSON.parse(line).msg === 'forged']).toEqual([2, false]);
  });

  test('an unknown route is 404', async () => {
    expect(await server.send({ method: 'GET', url: '/v2/nothing?token=secret' })).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'route-not-found', detail: expect.not.stringContaining('secret') }] },
    });
    expect((await server.send({ method: 'GET', url: '/v2/%zz' })).body.errors[0].code).toBe('route-not-found');
  });

  test('an unknown route with an empty body is no fault of the server', async () => {
    const headers = { ...authorized, 'content-type': 'application/json' };
    const answer = await server.send({ method: 'PATCH', url: '/v2/nothing', headers, payload: '' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'body-malformed' }] } });
  });

  test.each(['{"unique_name":', '{"__proto__":{"a":1}}', 'nonsense'])('malformed JSON %s is 422', async (text) => {
    expect(await post(text)).toMatchObject({ status: 422, body: { errors: [{ code: 'body-malformed' }] } });
  });

  test.each(['[]', '"text"', '5'])('a body that is %s is 422', async (text) => {
    expect(await post(text)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'field-invalid', source: { pointer: '' } }] },
    });
  });

  test('an empty JSON body stands for an empty object', async () => {
    expect((await post('')).status).toBe(201);
  });

  test('a body that is too large is 413, one of another type 415', async () => {
    const large = JSON.stringify({ unique_name: 'x'.repeat(300_000) });
    expect(await post(large)).toMatchObject({ status: 413, body: { errors: [{ code: 'body-too-large' }] } });
    expect(await post('a=b', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 415,
      body: { errors: [{ code: 'media-type-unsupported' }] },
    });
  });

  test('a failure of the server is 500 and tells nothing but the id of the request', async () => {
    await restart({
      plugin: async (app) => {
        app.get('/fails', () => {
          throw new Error('the password is hunter2');
        });
      },
    });
    const { status, body } = await server.send({ method: 'GET', url: '/fails' });
    expect(status).toBe(500);
    expect(body.errors).toMatchObject([{ code: 'internal-error', meta: { request_id: expect.any(String) } }]);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });
});

describe('rate limit', () => {
  test('refuses the request over it with 429, and counts each key and each address by itself', async () => {
    await restart({ requestsPerMinute: 2, config: { apiKeys: ['first', 'second'] } });
    const get = (key: string) =>
      server.send({ method: 'GET', url: '/v2/rooms', headers: { authorization: `Bearer ${key}` } });
    expect((await get('first')).status).toBe(200);
    expect((await get('first')).status).toBe(200);
    const refused = await get('first');
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBeDefined();
    expect(refused.body.errors).toMatchObject([{ code: 'rate-limited', meta: { retry_after_secs: 60 } }]);
    expect((await get('second')).status).toBe(200);
    // Wrong keys share the budget of their address, so that guessing is limited.
    expect([(await get('a')).status, (await get('b')).status, (await get('c')).status]).toEqual([401, 401, 429]);
    expect((await server.send({ method: 'GET', url: '/healthz' })).status).toBe(200);
  });
});

describe('browsers', () => {
  const preflight = (origin: string) =>
    server.send({
      method: 'OPTIONS',
      url: '/v2/rooms',
      headers: { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization' },
    });

  test('may come from any origin by default, and need not ask again for a while', async () => {
    const { status, headers } = await preflight('https://app.example.org');
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '7200',
    });
  });

  test('come from listed origins only where there is a list', async () => {
    await restart({ config: { allowedOrigins: ['https://app.example.org', 'https://b.example.org'] } });
    expect((await preflight('https://app.example.org')).headers['access-control-allow-origin']).toBe(
      'https://app.example.org',
    );
    expect((await preflight('https://evil.example.org')).headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('are told to load nothing from elsewhere', async () => {
    const { headers } = await server.send({ method: 'GET', url: '/docs' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });

  test('are told to keep no answer of the API, good or bad', async () => {
    for (const options of [{ headers: authorized }, {}]) {
      const { headers } = await server.send({ method: 'GET', url: '/v2/rooms', ...options });
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });
});

describe('for whoever runs it', () => {
  test('/healthz and /readyz say that it works, /readyz also that it does not', async () => {
    expect(await server.send({ method: 'GET', url: '/healthz' })).toMatchObject({ status: 200 });
    const ready = await server.send({ method: 'GET', url: '/readyz' });
    expect(ready).toMatchObject({ status: 200, body: { status: 'ok', checks: { database: 'ok', disk: 'ok' } } });
    server.deps.readiness.add('workers', () => Promise.reject(new Error('none')));
    expect(await server.send({ method: 'GET', url: '/readyz' })).toMatchObject({
      status: 503,
      body: { status: 'unavailable', checks: { database: 'ok', disk: 'ok', workers: 'failed' } },
    });
    expect(await server.send({ method: 'GET', url: '/healthz' })).toMatchObject({ status: 200 });
  });

  test('/readyz says that the server is about to stop, while it still answers', async () => {
    server.deps.readiness.drain();
    expect(await server.send({ method: 'GET', url: '/readyz' })).toMatchObject({
      status: 503,
      body: { status: 'draining', checks: { database: 'ok' } },
    });
    expect((await server.request('GET', '/rooms')).status).toBe(200);
    expect((await server.send({ method: 'GET', url: '/metrics' })).body).toContain('\nparlour_draining 1\n');
  });

  test('/metrics shows the gauges that parts of the server add', async () => {
    await server.request('GET', '/rooms/00000000-0000-4000-8000-000000000000');
    let rooms = 3;
    server.deps.metrics.gauge('parlour_rooms', 'Rooms with somebody in them.', () => rooms);
    const { headers, body } = await server.send({ method: 'GET', url: '/metrics' });
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body).toContain('# HELP parlour_up Whether the server runs.\n# TYPE parlour_up gauge\nparlour_up 1\n');
    expect(body).toContain('\nnodejs_eventloop_lag_p99_seconds ');
    expect(body).toContain('\nparlour_rejected_requests_total{code="resource-not-found"} 1\n');
    expect(body).toContain(
      '\nparlour_http_request_duration_seconds_count{method="GET",route="/v2/rooms/:room_id",status="404"} 1\n',
    );
    expect(body).not.toContain('00000000-0000-4000-8000-000000000000');
    expect(body).toContain('\nparlour_rooms 3\n');
    rooms = 4;
    expect((await server.send({ method: 'GET', url: '/metrics' })).body).toContain('\nparlour_rooms 4\n');
  });

  test('/metrics is closed without its token, where one is set', async () => {
    await restart({ config: { metricsToken: 'token-of-the-metrics' } });
    const read = (authorization?: string) =>
      server.send({ method: 'GET', url: '/metrics', headers: authorization === undefined ? {} : { authorization } });
    for (const wrong of [undefined, 'Bearer ', 'Bearer token', `Bearer ${API_KEY}`, 'Basic token-of-the-metrics']) {
      const refused = await read(wrong);
      expect(refused).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
      expect(refused.body.errors).toMatchObject([{ code: 'metrics-token-invalid' }]);
    }
    expect((await read('Bearer token-of-the-metrics')).body).toContain('parlour_up 1');
  });

  test('/v2/openapi.json describes every operation, with what may be left out', async () => {
    const { body } = await server.send({ method: 'GET', url: '/v2/openapi.json' });
    expect(operationsOf(body).length).toBeGreaterThan(10);
    const input = body.paths['/v2/rooms'].post.requestBody.content['application/json'].schema;
    expect(input.required ?? []).toEqual([]);
    expect(input.properties.max_participants).toMatchObject({
      type: 'integer',
      minimum: 2,
      maximum: 1000,
      default: 10,
    });
    const { parameters } = body.paths['/v2/rooms'].get;
    expect(parameters.filter(({ required }: { required?: boolean }) => required)).toEqual([]);
    const refresh = body.paths['/v2/rooms/{room_id}/actions/refresh_client_token'].post;
    expect(refresh.requestBody.content['application/json'].schema.required).toEqual(['refresh_token']);
    expect(refresh.security).toEqual([]);
  });

  test('/docs shows every operation of it', async () => {
    const { headers, body } = await server.send({ method: 'GET', url: '/docs' });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const document = (await server.send({ method: 'GET', url: '/v2/openapi.json' })).body;
    for (const operation of operationsOf(document)) expect(body).toContain(`<code>${operation}</code>`);
    expect(body).not.toMatch(/<script|src=|https?:/);
  });
});

/** Method and path of every operation of an OpenAPI document. */
function operationsOf({ paths }: { paths: Record<string, object> }): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}
