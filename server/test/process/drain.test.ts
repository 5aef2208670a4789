import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClient } from '../signalling/support/TestClient.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { askForSocket } from '../support/upgrade.ts';

const KEY = 'key-of-the-drain-test';
const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

let folder: string;
let server: ServerProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-drain-'));
  server = ServerProcess.start({
    PARLOUR_DATA_DIR: folder,
    PARLOUR_API_KEY: KEY,
    PARLOUR_LOG_LEVEL: 'info',
    PARLOUR_DRAIN_DELAY_SECS: '2',
    PARLOUR_SESSION_GRACE_SECS: '0',
  });
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

test('on SIGTERM nobody new comes in, people go on until they are told to move, and the process ends', async () => {
  const url = await server.listening();
  const post = async (path: string) => {
    const answer = await fetch(`${url}/v2${path}`, { method: 'POST', headers, body: '{}' });
    return ((await answer.json()) as { data: { id: string; token: string } }).data;
  };
  const room = await post('/rooms');
  const { token } = await post(`/rooms/${room.id}/actions/generate_join_client_token`);
  const alice = await TestClient.join({ url }, { roomId: room.id, token });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  const begun = performance.now();
  server.signal('SIGTERM');
  await server.printed('"draining"');
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ status: 'draining' });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  // Who is in the room still talks to it; who comes is told when to come back.
  await expect(alice.request('ping', {})).resolves.toBeDefined();
  const join = await new TestClient({ url }).postJoin({ roomId: room.id, token });
  expect([join.status, join.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await join.json()).toMatchObject({ error: { code: 'server-stopping' } });
  expect(await askForSocket(url)).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
  expect(alice.of('disconnecting')).toEqual([]);

  await alice.closed;
  expect(alice.of('disconnecting')).toMatchObject([{ reason: 'network_error', code: 'server-stopping' }]);
  expect(await server.exited()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(15_000);
});
