import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestClient } from '../signalling/support/TestClient.ts';
import { type PostgresCluster, startPostgresCluster } from '../support/postgres.ts';
import { ServerProcess } from '../support/ServerProcess.ts';

const API_KEY = 'key-of-the-crash';

let folder: string;
let cluster: PostgresCluster;
const started: ServerProcess[] = [];
beforeAll(async () => {
  cluster = await startPostgresCluster();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-crash-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.kill()));
  rmSync(folder, { recursive: true });
});
afterAll(() => cluster?.stop());

const start = async (env: Record<string, string>) => {
  const server = ServerProcess.start({ PARLOUR_API_KEY: API_KEY, ...env });
  started.push(server);
  return { server, url: await server.listening() };
};

async function ask(url: string, method: 'GET' | 'POST', path: string, body?: object) {
  const headers = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v2${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into.
  return (await answer.json()) as any;
}

/** Somebody joins a new room; gives the session. */
async function meet(url: string, id: string): Promise<string> {
  const { data: room } = await ask(url, 'POST', '/rooms', {});
  const path = `/rooms/${room.id}/actions/generate_join_client_token`;
  const { data } = await ask(url, 'POST', path, { participant: { id } });
  const client = await TestClient.join({ url }, { roomId: room.id, token: data.token });
  client.close();
  return client.answer.sessionId;
}

describe('a server that is killed', () => {
  test.each(['the embedded database', 'PostgreSQL'])(
    'has ended its sessions, on %s, when it last lived',
    async (kind) => {
      const database = kind === 'PostgreSQL' ? { DATABASE_URL: await cluster.createDatabase('killed') } : {};
      const env = { ...database, PARLOUR_DATA_DIR: join(folder, 'data') };
      const { server, url } = await start(env);
      const sessionId = await meet(url, 'ada');
      const killedAt = Date.now();
      await server.kill();

      const again = await start(env);
      const { data } = await ask(again.url, 'GET', `/room_sessions/${sessionId}?include_participants=true`);
      expect(data).toMatchObject({ active: false, participants: [{ id: 'ada' }] });
      const { joined_at, left_at } = data.participants[0];
      expect(Date.parse(left_at)).toBeGreaterThanOrEqual(Date.parse(joined_at));
      expect(Date.parse(left_at)).toBeLessThanOrEqual(killedAt);
      expect(Date.parse(data.ended_at)).toBeGreaterThanOrEqual(Date.parse(left_at));
      expect(Date.parse(data.ended_at)).toBeLessThanOrEqual(killedAt);
    },
  );

  test('does not take the sessions of another server along when it comes back', async () => {
    const DATABASE_URL = await cluster.createDatabase('shared');
    const [one, other] = ['one', 'other'].map((name) => ({ DATABASE_URL, PARLOUR_DATA_DIR: join(folder, name) }));
    const first = await start(one ?? {});
    const second = await start(other ?? {});
    const [lost, kept] = [await meet(first.url, 'ada'), await meet(second.url, 'eve')];
    await first.server.kill();
    const { url } = await start(one ?? {});
    expect((await ask(url, 'GET', `/room_sessions/${lost}`)).data.active).toBe(false);
    expect((await ask(url, 'GET', `/room_sessions/${kept}`)).data.active).toBe(true);
  });
});
