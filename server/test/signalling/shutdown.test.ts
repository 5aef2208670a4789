import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

describe('a server that stops', () => {
  it('tells everyone, ends the sessions, takes nobody new and closes at once', async () => {
    const server = await startLiveServer();
    const roomId = server.createRoom();
    const token = await server.token({ roomId });
    const alice = await TestClient.join(server, { roomId, token });
    await alice.publish('self', ['audio', 'video'], 3);
    const idle = new TestClient(server);
    await idle.open();

    const begun = performance.now();
    const stopped = server.close();
    const refused = new TestClient(server).postJoin({ roomId, token }).then(
      ({ status }) => status,
      () => 'unreachable',
    );
    await Promise.all([alice.closed, idle.closed, stopped]);
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'network_error' }]);
    expect([503, 'unreachable']).toContain(await refused);
    expect(server.sessions.sessions).toMatchObject([{ ended: true }]);
    expect(server.gauge('parlour_participants')).toBe(0);
  });

  it('does not wait for connections that never asked for anything', async () => {
    const server = await startLiveServer();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    // The server has seen the connection as soon as it answers a later one.
    await fetch(`${server.url}/v2/rtc/capabilities`);
    const closed = once(socket, 'close');
    await server.close();
    await closed;
  });

  it('does not wait for a socket that does not close', async () => {
    const server = await startLiveServer({ closeMs: 100 });
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      'GET /v2/rtc HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Protocol: protoo\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(socket, 'data');
    socket.on('error', () => {});
    await server.close();
  });
});
