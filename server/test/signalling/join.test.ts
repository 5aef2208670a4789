import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilitiesAnswer, unpackConsumers } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

const ORIGIN = 'https://app.example.org';

let server: LiveServer;
beforeAll(async () => {
  server = await startLiveServer({}, { PARLOUR_ALLOWED_ORIGINS: ORIGIN });
});
afterAll(() => server.close());

describe('the capabilities', () => {
  it('are the same for everyone, and may be kept', async () => {
    const response = await fetch(`${server.url}/v2/rtc/capabilities`);
    expect(response.headers.get('cache-control')).toMatch(/public, max-age=\d+/);
    const { hash, rtpCapabilities } = v.parse(capabilitiesAnswer, await response.json());
    expect(hash).toMatch(/^[\w-]{22}$/);
    const names = rtpCapabilities.codecs.map(({ mimeType }) => mimeType);
    expect(names.filter((name) => name !== 'video/rtx')).toEqual([
      'audio/opus',
      'video/VP8',
      'video/VP9',
      'video/H264',
    ]);
  });
});

describe('joining', () => {
  it('answers with all that is needed to exchange media', async () => {
    const roomId = server.createRoom();
    const alice = await TestClient.join(server, {
      roomId,
      token: await server.token({ roomId, name: 'Alice' }),
      context: 'desk 1',
    });
    expect(alice.answer).toMatchObject({ seq: 0, participants: [], participantsRemaining: 0, activeSpeakerId: null });
    expect(alice.answer.self).toMatchObject({ name: 'Alice', context: 'desk 1', connection: 'connected', streams: [] });
    expect(alice.answer.tokenExpiresAt - alice.answer.now).toBeGreaterThan(590_000);
    expect(alice.answer.transports.send.dtlsParameters.role).toBe('client');
    expect(alice.answer.transports.receive.dtlsParameters.role).toBe('server');
    expect(alice.answer.transports.send.iceCandidates.map(({ protocol }) => protocol).sort()).toEqual(['tcp', 'udp']);
    await alice.publish('self', ['audio', 'video'], 3);

    const bob = await TestClient.join(server, { roomId, token: await server.token({ roomId, name: 'Bob' }) });
    expect(bob.answer.sessionId).toBe(alice.answer.sessionId);
    expect(bob.answer.participants).toMatchObject([
      { name: 'Alice', streams: [{ key: 'self', video: { width: 1280, height: 720, spatialLayers: 3 } }] },
    ]);
    const initial = unpackConsumers(bob.answer.initial);
    expect(initial.map(({ kind, paused }) => ({ kind, paused }))).toEqual([
      { kind: 'audio', paused: false },
      { kind: 'video', paused: false },
    ]);
    const consumers = await bob.consume(initial);
    expect(consumers.map(({ kind }) => kind)).toEqual(['audio', 'video']);
    expect(await alice.heard('participantJoined')).toMatchObject({ participant: { name: 'Bob' } });
    expect(server.sessions.participants.map(({ context, left }) => ({ context, left }))).toEqual([
      { context: 'desk 1', left: false },
      { context: null, left: false },
    ]);
    alice.close();
    bob.close();
  });

  it('settles the roles later when there are no fingerprints yet, with paused consumers', async () => {
    const roomId = server.createRoom();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    await alice.publish('self', ['audio']);
    const bob = await TestClient.join(server, { roomId, token: await server.token({ roomId }), dtls: false });
    expect(bob.answer.transports.send.dtlsParameters.role).toBe('auto');
    expect(bob.answer.initial.consumers.map(({ paused }) => paused)).toEqual([true]);
    const fingerprints = bob.answer.transports.send.dtlsParameters.fingerprints;
    const connect = () =>
      bob.request('connectTransport', { direction: 'send', dtlsParameters: { role: 'client', fingerprints } });
    await expect(connect()).resolves.toEqual({});
    await expect(connect()).rejects.toThrow(/^bad-request: /);
    await expect(
      alice.request('connectTransport', { direction: 'receive', dtlsParameters: { fingerprints } }),
    ).rejects.toThrow(/^bad-request: /);
    alice.close();
    bob.close();
  });

  it('keeps the answer within one TCP flight, with many to see and to list', async () => {
    const roomId = server.createRoom();
    const people = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const client = await TestClient.join(server, {
          roomId,
          token: await server.token({ roomId, name: `Person number ${index}` }),
          demand: { audio: 0, video: 0 },
        });
        await client.publish('self', ['audio', 'video'], 3);
        return client;
      }),
    );
    const late = new TestClient(server);
    const response = await late.postJoin({
      roomId,
      token: await server.token({ roomId }),
      demand: { audio: 8, video: 12 },
    });
    const text = await response.text();
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(14_000);
    const answer = JSON.parse(text);
    expect(answer.initial.consumers).toHaveLength(20);
    expect(answer.participants.length).toBeGreaterThan(0);
    expect(answer.participants.length + answer.participantsRemaining).toBe(30);
    for (const client of [...people, late]) client.close();
  });
});

describe('a join is refused', () => {
  const elsewhere = randomUUID();
  const cases: [
    title: string,
    status: number,
    code: string,
    wish: (roomId: string) => Promise<{ token?: string; roomId?: string; [field: string]: unknown }>,
  ][] = [
    ['with something that is no token', 401, 'token-invalid', async () => ({ token: 'nonsense' })],
    [
      'with an expired token',
      401,
      'token-expired',
      async (roomId) => ({
        token: await server.token({ roomId, ttlSecs: -10 }),
      }),
    ],
    [
      'with a token of another room',
      403,
      'token-wrong-room',
      async () => ({
        token: await server.token({ roomId: elsewhere }),
      }),
    ],
    ['with a refresh token', 403, 'not-allowed', async (roomId) => ({ token: await server.refreshToken({ roomId }) })],
    [
      'for a room that is not there',
      404,
      'room-not-found',
      async () => ({
        token: await server.token({ roomId: elsewhere }),
        roomId: elsewhere,
      }),
    ],
    ['by a client of another version', 409, 'protocol-mismatch', async () => ({ version: 99, roomId: 'whatever' })],
    ['with capabilities of the past', 409, 'capabilities-changed', async () => ({ capabilitiesHash: 'old' })],
    ['with a connection id that can be guessed', 422, 'bad-request', async () => ({ connectionId: '1' })],
    ['with fields that are not right', 422, 'bad-request', async () => ({ initialDemand: { audio: -1, video: 0 } })],
  ];
  it.each(cases)('%s: %i %s', async (_title, status, code, wish) => {
    const roomId = server.createRoom();
    const client = new TestClient(server);
    const response = await client.postJoin({ roomId, token: await server.token({ roomId }), ...(await wish(roomId)) });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { code, message: expect.stringMatching(/\.$|: /) } });
    expect(server.sessions.sessions.some((session) => session.roomId === roomId)).toBe(false);
  });

  it('by the eleventh in a room of ten, until one has left', async () => {
    const roomId = server.createRoom(10);
    const people = await Promise.all(
      Array.from({ length: 10 }, async () =>
        TestClient.join(server, { roomId, token: await server.token({ roomId }) }),
      ),
    );
    const token = await server.token({ roomId });
    const refused = await new TestClient(server).postJoin({ roomId, token });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: { code: 'room-full' } });
    await people[0]?.request('leave', {});
    const eleventh = await TestClient.join(server, { roomId, token });
    for (const client of [...people, eleventh]) client.close();
    await Promise.all([...people, eleventh].map(({ closed }) => closed));
  });

  it('with a connection id that is in use', async () => {
    const roomId = server.createRoom();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const mallory = new TestClient(server);
    const response = await mallory.postJoin({
      roomId,
      token: await server.token({ roomId }),
      connectionId: alice.connectionId,
    });
    expect(await response.json()).toMatchObject({ error: { code: 'bad-request' } });
    await expect(alice.settled()).resolves.toBeUndefined();
    alice.close();
  });

  it('from a page of another origin, over POST and over the socket', async () => {
    const roomId = server.createRoom();
    const token = await server.token({ roomId });
    const from = (origin: string) => ({ headers: { origin, 'content-type': 'text/plain' } });
    const refused = await new TestClient(server).postJoin({ roomId, token }, from('https://evil.example.org'));
    expect(refused.status).toBe(403);
    await expect(new TestClient(server).open({ origin: 'https://evil.example.org' })).rejects.toThrow();

    const client = new TestClient(server);
    expect((await client.postJoin({ roomId, token }, from(ORIGIN))).status).toBe(200);
    await client.open({ origin: ORIGIN });
    await expect(client.attach()).resolves.toBeUndefined();
    client.close();
  });

  it('as JSON that is none, and as a body that is too large', async () => {
    const post = (body: string, type: string) =>
      fetch(`${server.url}/v2/rtc/join`, { method: 'POST', body, headers: { 'content-type': type } });
    for (const type of ['application/json', 'text/plain']) {
      expect((await post('{', type)).status).toBe(422);
      expect((await post('null', type)).status).toBe(422);
      const large = await post(JSON.stringify({ context: 'x'.repeat(140_000) }), type);
      expect(await large.json()).toMatchObject({ error: { code: 'bad-request' } });
    }
  });
});

describe('joining again as the same person', () => {
  it('replaces the presence, whose socket is told and closed', async () => {
    const roomId = server.createRoom(2);
    const watcher = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const before = await TestClient.join(server, { roomId, token: await server.token({ roomId, id: 'alice' }) });
    await before.publish('self', ['audio']);
    const after = await TestClient.join(server, { roomId, token: await server.token({ roomId, id: 'alice' }) });
    await before.closed;
    expect(before.of('disconnecting')).toMatchObject([{ reason: 'session_terminated' }]);
    await watcher.heard('participantUpdated', ({ participant }) => participant.streams.length === 0);
    expect(watcher.of('streamUnpublished')).toMatchObject([{ participantId: 'alice', key: 'self' }]);
    expect(watcher.of('participantLeft')).toEqual([]);
    await expect(after.publish('self', ['audio'])).resolves.toHaveLength(1);
    await watcher.heard('streamPublished', ({ stream }) => stream.audio?.enabled === true);
    for (const client of [watcher, after]) client.close();
  });
});
