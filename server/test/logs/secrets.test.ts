import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createLivePart } from '../../src/signalling/livePart.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { authorized, TestServer } from '../support/TestServer.ts';
import { API_KEY } from '../support/testConfig.ts';

const SECRETS = {
  apiKey: API_KEY,
  wrongKey: 'guessed-key-of-nobody',
  cookie: 'cookie-of-somebody',
  databasePassword: 'password-of-the-database',
  credential: 'credential-of-turn',
  webhookSecret: 'whsec_bm90aGluZy1idXQtYS1zZWNyZXQ',
};

let database: TestDatabase;
let server: TestServer | undefined;
let lines: string[];
beforeAll(async () => {
  database = await startMemoryDatabase();
  lines = [];
});
afterEach(() => server?.close());
afterAll(() => database?.stop());

/** Whatever a client or an operator knows goes through every way in and out that logs. */
test('no secret of any kind is in the log, whichever way it comes', async () => {
  const fails: { error: Error } = { error: new Error() };
  server = await TestServer.start(database, {
    logTo: (line) => lines.push(line),
    live: (deps) => createLivePart(deps),
    config: {
      logLevel: 'trace',
      databaseUrl: `postgres://parlour:${SECRETS.databasePassword}@db/rooms`,
      iceServers: [{ urls: 'turn:t.example.org', username: 'u', credential: SECRETS.credential }],
    },
    plugin: async (app) => {
      app.get('/fails', () => {
        throw fails.error;
      });
    },
  });
  const { app, deps } = server;
  const room = await server.createRoom();
  const issued = await server.request('POST', `/rooms/${room.id}/actions/generate_join_client_token`);
  const { token, refresh_token } = issued.body.data;
  const refresh = `/v2/rooms/${room.id}/actions/refresh_client_token`;
  const secrets = [...Object.values(SECRETS), token, refresh_token];

  // In headers, good and bad.
  await server.send({ method: 'GET', url: '/v2/rooms', headers: { authorization: `Bearer ${SECRETS.wrongKey}` } });
  await server.send({ method: 'GET', url: '/v2/rooms', headers: { ...authorized, cookie: SECRETS.cookie } });
  // In URLs, where they do not belong.
  for (const name of ['token', 'access_token', 'refresh_token', 'api_key', 'signature', 'secret', 'password']) {
    for (const secret of secrets) {
      const url = `/v2/rooms?${name}=${encodeURIComponent(secret)}`;
      await server.send({ method: 'GET', url, headers: authorized });
      await server.send({ method: 'GET', url: url.replace('rooms', 'nowhere') });
    }
  }
  // In bodies: good, refused and broken.
  await server.send({ method: 'POST', url: refresh, payload: { refresh_token } });
  await server.send({ method: 'POST', url: refresh, payload: { refresh_token: token } });
  await server.send({ method: 'POST', url: refresh, payload: { refresh_token: `${refresh_token}x` } });
  const headers = { 'content-type': 'application/json' };
  await server.send({ method: 'POST', url: refresh, headers, payload: `{"refresh_token":"${refresh_token}",` });
  await server.send({
    method: 'POST',
    url: '/v2/rtc/join',
    headers: { 'content-type': 'text/plain' },
    payload: JSON.stringify({ token, version: 1 }),
  });
  await server.send({ method: 'POST', url: '/v2/rtc/join', headers, payload: `{"token":"${token}` });
  // In errors that nobody expected: message, cause and fields.
  for (const secret of secrets) {
    const cause = Object.assign(new Error(`It was token=${secret}`), { config: { password: secret } });
    fails.error = Object.assign(new Error(`Bearer ${secret} failed`, { cause }), {
      request: { headers: { authorization: `Bearer ${secret}`, 'set-cookie': [secret] }, body: { token: secret } },
      url: `https://u:${secret}@example.org/?signature=${secret}`,
    });
    await server.send({ method: 'GET', url: '/fails' });
  }
  // By whoever writes a line: a setting, a key, a message put together by hand.
  deps.log.info({ config: deps.config, key: deps.signingKeys.active() }, 'settings');
  deps.log.warn({ err: new Error(`connect ${deps.config.databaseUrl}`) }, `webhook ${SECRETS.webhookSecret}`);
  deps.log.debug({ body: JSON.stringify({ token, nested: JSON.stringify({ refresh_token }) }) }, `sent ${token}`);
  app.log.trace(`authorization: Bearer ${SECRETS.apiKey}`);

  const log = lines.join('');
  const firstWith = (text: string) => lines.find((line) => line.includes(text));
  expect(lines.length).toBeGreaterThan(100);
  expect(log).toContain('incoming request');
  expect(log).toContain('request failed');
  for (const secret of secrets) {
    expect(firstWith(secret)).toBeUndefined();
    expect(firstWith(encodeURIComponent(secret))).toBeUndefined();
  }
  // A token without its signature gives nothing away but what it says; that is nobody's business here either.
  for (const part of [...token.split('.'), ...refresh_token.split('.')]) expect(firstWith(part)).toBeUndefined();
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});
