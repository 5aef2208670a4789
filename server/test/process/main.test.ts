import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServerProcess } from '../support/ServerProcess.ts';

let folder: string;
const started: ServerProcess[] = [];
const start = (env: Record<string, string> = {}) => {
  const server = ServerProcess.start({ PARLOUR_DATA_DIR: join(folder, 'data'), ...env });
  started.push(server);
  return server;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-main-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.kill()));
  rmSync(folder, { recursive: true });
});

describe('main.ts', () => {
  test('prints where it listens, makes an API key once, and ends in order on SIGTERM', async () => {
    const first = start();
    const url = await first.listening();
    const key = readFileSync(join(folder, 'data/api-key'), 'utf8').trim();
    expect(statSync(join(folder, 'data/api-key')).mode & 0o777).toBe(0o600);
    expect(first.stdout.split('\n').filter((line) => line.includes('listening'))).toHaveLength(1);
    expect(first.stdout.split(key)).toHaveLength(2);
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const made = await fetch(`${url}/v2/rooms`, { method: 'POST', headers, body: '{"unique_name":"kept"}' });
    expect(made.status).toBe(201);
    first.signal('SIGTERM');
    expect(await first.exited()).toBe(0);

    const second = start();
    const answer = await fetch(`${await second.listening()}/v2/rooms?filter[unique_name]=kept`, { headers });
    expect(await answer.json()).toMatchObject({ meta: { total_results: 1 } });
    expect(second.stdout).not.toContain(key);
    second.signal('SIGINT');
    expect(await second.exited()).toBe(0);
  });

  test('starts again after it was killed, and not beside a server on the same folder', async () => {
    const first = start();
    await first.listening();
    const beside = start();
    expect(await beside.exited()).toBe(1);
    expect(beside.stderr).toMatch(/^The data folder .* is in use by process \d+.*\n$/);
    await first.kill();
    await start().listening();
  });

  test('ends at once on a second signal', async () => {
    const server = start({ PARLOUR_LOG_LEVEL: 'info' });
    const { port, hostname } = new URL(await server.listening());
    // A request that never comes to its end holds the orderly way up.
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write('POST /v2/rooms/x/actions/refresh_client_token HTTP/1.1\r\nhost: x\r\n');
    socket.write('content-type: application/json\r\ncontent-length: 10\r\n\r\n{');
    await server.printed('incoming request');
    server.signal('SIGTERM');
    await server.printed('"closing"');
    expect(server.running).toBe(true);
    server.signal('SIGTERM');
    expect(await server.exited()).toBe(1);
    socket.destroy();
  });

  test('names a wrong setting in one line and exits with 2', async () => {
    const server = start({ PARLOUR_PORT: 'seventy' });
    expect(await server.exited()).toBe(2);
    expect(server.stderr).toBe('PARLOUR_PORT is "seventy": it must be a whole number from 0 to 65535.\n');
    expect(server.stdout).toBe('');
  });

  test('names a port that is in use in one line and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const server = start({ PARLOUR_PORT: port, PARLOUR_API_KEY: 'key' });
    expect(await server.exited()).toBe(1);
    expect(server.stderr).toMatch(new RegExp(`^Port ${port} of 127.0.0.1 cannot be used \\(EADDRINUSE\\).*\\n$`));
    other.close();
  });

  test('names a data folder that cannot be used in one line and exits with 1', async () => {
    writeFileSync(join(folder, 'data'), 'a file');
    for (const env of [{}, { PARLOUR_API_KEY: 'key' }]) {
      const server = start(env);
      expect(await server.exited()).toBe(1);
      expect(server.stderr).toMatch(/^The data folder .* cannot be used \(EEXIST\).*\n$/);
    }
  });

  test('names a database that does not answer in one line and exits with 1', async () => {
    const server = start({ PARLOUR_API_KEY: 'key', DATABASE_URL: 'postgres://127.0.0.1:1/rooms' });
    expect(await server.exited()).toBe(1);
    expect(server.stderr).toMatch(/^The database of DATABASE_URL cannot be used: .*\n$/);
  });
});
