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

  const again = await TestClient.join(server, { roomId, token });
  await expect(again.publish('self', ['audio'])).resolves.toHaveLength(1);
  expect(workerPids()).toHaveLength(1);
  await server.close();
});
