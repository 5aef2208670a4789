import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_MESSAGE_LENGTH } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer({
    attachMs: 1500,
    joinWithoutSocketMs: 2000,
    keepaliveMs: 500,
    keepaliveGraceMs: 1500,
    requests: { rate: 1, burst: 60 },
  });
  roomId = server.createRoom();
});
afterAll(() => server.close());

async function joined(): Promise<TestClient> {
  return TestClient.join(server, { roomId, token: await server.token({ roomId }) });
}

/** A WebSocket without protoo around it. */
function raw(): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/v2/rtc`, 'protoo');
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(socket));
    socket.addEventListener('error', () => reject(new Error('It did not open.')));
  });
}
const closing = (socket: WebSocket) => new Promise((resolve) => socket.addEventListener('close', resolve));

describe('a socket attaches', () => {
  it('before its join is done, and gets everything that happened since', async () => {
    const alice = await joined();
    const bob = new TestClient(server);
    const token = await server.token({ roomId });
    await bob.open();
    const attached = bob.attach(token);
    await alice.publish('early', []);
    await bob.join({ roomId, token });
    await alice.publish('late', []);
    await attached;
    await bob.heard('streamPublished');
    expect(bob.received.map(({ data }) => data.seq)).toEqual([1]);
    expect(bob.answer.participants.flatMap(({ streams }) => streams.map(({ key }) => key))).toEqual(['early']);
    alice.close();
    bob.close();
  });

  it('after its join, and gets everything that happened since, in order', async () => {
    const alice = await joined();
    const bob = new TestClient(server);
    await bob.join({ roomId, token: await server.token({ roomId }) });
    await alice.publish('one', []);
    await alice.publish('two', []);
    await bob.attach();
    await bob.settled();
    expect(bob.received.map(({ method, data }) => [method, data.seq])).toEqual([
      ['streamPublished', 1],
      ['streamPublished', 2],
    ]);
    alice.close();
    bob.close();
  });

  it('not with the token of somebody else, of another room, or none; then it is closed', async () => {
    const client = new TestClient(server);
    await client.join({ roomId, token: await server.token({ roomId, id: 'alice' }) });
    const wrong: [string, RegExp][] = [
      [await server.token({ roomId, id: 'mallory' }), /^not-allowed: /],
      [await server.token({ roomId: randomUUID(), id: 'alice' }), /^token-wrong-room: /],
      [await server.token({ roomId, id: 'alice', ttlSecs: -10 }), /^token-expired: /],
      ['nonsense', /^token-invalid: /],
    ];
    for (const [token, message] of wrong) {
      const other = new TestClient(server);
      await other.open();
      await expect(other.peer?.request('attach', { connectionId: client.connectionId, token })).rejects.toThrow(
        message,
      );
      await other.closed;
    }
    await expect(client.attach()).resolves.toBeUndefined();
    client.close();
  });

  it('not without a join: it is told so in time, and closed', async () => {
    const client = new TestClient(server);
    await expect(client.attach(await server.token({ roomId }))).rejects.toThrow(/^timed-out: /);
    await client.closed;
  });

  it('not when the join is refused: it is told why at once', async () => {
    const client = new TestClient(server);
    const token = await server.token({ roomId });
    await client.open();
    const attached = expect(client.attach(token)).rejects.toThrow(/^room-not-found: |^token-wrong-room: /);
    await client.postJoin({ roomId: randomUUID(), token });
    await attached;
    await client.closed;
  });
});

describe('a socket that does not attach', () => {
  it('gets no request answered', async () => {
    const client = new TestClient(server);
    await client.open();
    await expect(client.request('leave', {})).rejects.toThrow(/^not-connected: /);
    client.close();
  });

  it('is closed after a while', async () => {
    const client = new TestClient(server);
    await client.open();
    await client.closed;
  });

  it('makes room for newer ones', async () => {
    const crowded = await startLiveServer({ unattachedSockets: 2 });
    const clients = [new TestClient(crowded), new TestClient(crowded), new TestClient(crowded)];
    for (const client of clients) await client.open();
    await clients[0]?.closed;
    expect(clients.map(({ peer }) => peer?.closed)).toEqual([true, false, false]);
    await crowded.close();
  });

  it('lets its join go after a while', async () => {
    const alice = await joined();
    const bob = new TestClient(server);
    await bob.join({ roomId, token: await server.token({ roomId }) });
    const left = await alice.heard('participantLeft', ({ participantId }) => participantId === bob.answer.self.id);
    expect(left.reason).toBe('lost');
    await expect(bob.attach()).rejects.toThrow(/^timed-out: |^not-connected: /);
    expect((await bob.post('leave', {})).status).toBe(409);
    alice.close();
  });
});

describe('the end of a connection', () => {
  it('by leaving: the others see it left, and the answer comes before the socket closes', async () => {
    const alice = await joined();
    const bob = await joined();
    await expect(bob.request('leave', {})).resolves.toEqual({});
    await bob.closed;
    expect(await alice.heard('participantLeft')).toMatchObject({ participantId: bob.answer.self.id, reason: 'left' });
    alice.close();
  });

  it('by a socket that closes or breaks: the others see it lost', async () => {
    const alice = await joined();
    const bob = await joined();
    bob.close();
    expect(await alice.heard('participantLeft')).toMatchObject({ participantId: bob.answer.self.id, reason: 'lost' });
    alice.close();
    expect(server.sessions.participants.find(({ id }) => id === bob.answer.self.id)).toMatchObject({ left: true });
  });

  it('by silence: a socket that answers no ping is dropped', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const key = Buffer.from(randomUUID().slice(0, 16)).toString('base64');
    socket.write(
      `GET /v2/rtc HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: protoo\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.resume();
    await closed;
  });

  it('because the room is deleted: everyone is told, and nobody may come back', async () => {
    const doomed = server.createRoom();
    const token = await server.token({ roomId: doomed });
    const alice = await TestClient.join(server, { roomId: doomed, token });
    await server.live.rooms.closeRoom(doomed, 'room_expired');
    await alice.closed;
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'room_expired' }]);
    expect((await new TestClient(server).postJoin({ roomId: doomed, token })).status).toBe(404);
  });
});

describe('messages that are not right', () => {
  it('are refused or passed over, and the connection lives', async () => {
    const alice = await joined();
    const broken = (method: string, data: unknown) => alice.peer?.request(method, data);
    await expect(broken('nonsense', {})).rejects.toThrow(/^bad-request: /);
    await expect(broken('constructor', {})).rejects.toThrow(/^bad-request: /);
    await expect(broken('attach', {})).rejects.toThrow(/^bad-request: /);
    await expect(broken('publishStream', { key: 7 })).rejects.toThrow(/^bad-request: .*key/);
    await expect(broken('subscribe', { subscriptions: new Array(251).fill({}) })).rejects.toThrow(/^bad-request: /);
    await expect(alice.settled()).resolves.toBeUndefined();
    alice.close();
  });

  it('do not end the server, whatever they hold', async () => {
    const socket = await raw();
    for (const text of ['null', '[]', '7', '{', '""', '{"request":true}', '{"request":true,"id":1,"method":{}}']) {
      socket.send(text);
    }
    socket.send(new Uint8Array([0, 255]));
    const answer = new Promise<string>((resolve) => socket.addEventListener('message', ({ data }) => resolve(data)));
    socket.send(JSON.stringify({ request: true, id: 5, method: '__proto__', data: { __proto__: null } }));
    expect(JSON.parse(await answer)).toMatchObject({ id: 5, errorReason: expect.stringMatching(/^not-connected: /) });
    socket.close();
  });

  it('close the socket when they are too long', async () => {
    const socket = await raw();
    const closed = closing(socket);
    socket.send('x'.repeat(MAX_MESSAGE_LENGTH + 1));
    await closed;
  });

  it('are refused when there are too many, in requests and by POST together', async () => {
    const alice = await joined();
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () => alice.request('unsubscribe', { consumerIds: [] })),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(20);
    expect(refused.length).toBeLessThan(60);
    expect((await alice.post('leave', {})).status).toBe(429);
    alice.close();
  });

  it('close the socket when they flood it', async () => {
    const socket = await raw();
    const closed = closing(socket);
    const notification = JSON.stringify({ notification: true, method: 'x', data: {} });
    for (let index = 0; index < 200; index += 1) socket.send(notification);
    await closed;
  });
});

describe('the upgrade', () => {
  it('is for the path and the protocol of signalling only', async () => {
    const base = server.url.replace('http', 'ws');
    for (const [url, protocol] of [
      [`${base}/elsewhere`, 'protoo'],
      [`${base}/v2/rtc`, 'other'],
    ]) {
      const socket = new WebSocket(url as string, protocol);
      await new Promise((resolve) => socket.addEventListener('error', resolve));
    }
  });
});
