import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

/** Process ids of the worker processes that this process has started. */
function workerPids(): number[] {
  const list = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return list
    .split('\n')
    .filter((line) => line.includes('mediasoup'))
    .map((line) => Number.parseInt(line, 10));
}

it('people in a room whose worker is killed are told to come back, and can', async () => {
  const server = await startLiveServer();
  const roomId = server.createRoom();
  const token = await server.token({ roomId });
  const alice = await TestClient.join(server, { roomId, token });
  const [pid] = workerPids();
  process.kill(pid ?? 0, 'SIGKILL');
  await alice.closed;
  expect(alice.of('disconnecting')).toMatchObject([{ reason: 'network_error' }]);

  const rejoin = async (): Promise<TestClient> => {
    const client = new TestClient(server);
    const response = await client.postJoin({ roomId, token });
    // The new worker needs a moment; until it is there the server says so and lives on.
    if (response.status === 500) return rejoin();
    expect(response.status).toBe(200);
    return client;
  };
  await rejoin();
  expect(workerPids()).toHaveLength(1);
  await server.close();
});
