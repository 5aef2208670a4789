import { expect, it } from 'vitest';
import { startLiveServer } from '../signalling/support/startLiveServer.ts';
import { TestClient } from '../signalling/support/TestClient.ts';

it('a call shows in the metrics, without anybody in it', async () => {
  const server = await startLiveServer();
  const roomId = server.createRoom();
  const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, id: 'alice' }) });
  const bob = await TestClient.join(server, { roomId, token: await server.token({ roomId, id: 'bob' }) });
  await alice.publish('self', ['audio']);
  await bob.heard('streamPublished');
  await bob.settled();
  await bob.peer?.request('no-such-method', {}).catch(() => undefined);
  const refused = await new TestClient(server).postJoin({ roomId, token: 'nonsense' });
  expect(refused.status).toBe(401);

  const text = await server.metrics();
  for (const line of [
    'parlour_rooms 1',
    'parlour_sessions 1',
    'parlour_participants 2',
    'parlour_sockets 2',
    'parlour_transports 4',
    'parlour_producers 1',
    'parlour_consumers 1',
    'parlour_recordings 0',
    'parlour_recordings_ended_total{status="completed"} 0',
    'parlour_recordings_ended_total{status="failed"} 0',
    'parlour_workers 1',
    'parlour_worker_deaths_total 0',
    'parlour_worker_routers{worker="0"} 1',
    'parlour_media_bits_per_second{direction="in"} 0',
    'parlour_join_duration_seconds_count{result="joined"} 2',
    'parlour_join_duration_seconds_count{result="refused"} 1',
    'parlour_signalling_messages_total{direction="in",method="publishStream"} 1',
    'parlour_signalling_messages_total{direction="in",method="unknown"} 1',
    'parlour_signalling_messages_total{direction="out",method="streamPublished"} 1',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).toMatch(/^parlour_worker_cpu_seconds_total\{worker="0"\} 0\.\d+$/m);
  for (const id of ['alice', 'bob', roomId, 'no-such-method']) expect(text).not.toContain(id);
  await server.close();
});
