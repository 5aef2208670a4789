import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer({ tokenGraceMs: 0 });
  roomId = server.createRoom();
});
afterAll(() => server.close());

describe('a token', () => {
  it('ends the connection when it runs out', async () => {
    const watcher = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, ttlSecs: 1 }) });
    await alice.closed;
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'unauthorized' }]);
    expect(await watcher.heard('participantLeft')).toMatchObject({ reason: 'lost' });
    watcher.close();
  });

  it('is renewed in time: the connection outlives the first, and ends with the second', async () => {
    const id = randomUUID();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, id, ttlSecs: 1 }) });
    const renewed = await alice.request('refreshToken', { token: await server.token({ roomId, id, ttlSecs: 2 }) });
    expect(renewed.tokenExpiresAt).toBeGreaterThan(alice.answer.tokenExpiresAt);
    await alice.closed;
    expect(Date.now()).toBeGreaterThanOrEqual(renewed.tokenExpiresAt);
  });

  it('that runs out while the socket is away is replaced by the one that comes with the next socket', async () => {
    const patient = await startLiveServer({ tokenGraceMs: 0, resumeWindowMs: 10_000 });
    const room = patient.createRoom();
    const id = randomUUID();
    const token = (ttlSecs: number) => patient.token({ roomId: room, id, ttlSecs });
    const alice = await TestClient.join(patient, { roomId: room, token: await token(1) });
    alice.close();
    await expect.poll(() => Date.now(), { timeout: 5_000 }).toBeGreaterThan(alice.answer.tokenExpiresAt + 100);
    await alice.open();
    await expect(alice.attach(alice.token, 0)).rejects.toThrow(/^token-expired: /);
    alice.token = await token(2);
    await alice.resume();
    await alice.settled();
    expect(alice.of('disconnecting')).toEqual([]);
    await alice.heard('disconnecting');
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'unauthorized' }]);
    await patient.close();
  });

  it('that runs out while nothing comes over the socket may be replaced, too', async () => {
    const patient = await startLiveServer({
      tokenGraceMs: 0,
      resumeWindowMs: 10_000,
      keepaliveMs: 60_000,
      silenceMs: 100,
    });
    const room = patient.createRoom();
    const id = randomUUID();
    const alice = await TestClient.join(patient, {
      roomId: room,
      token: await patient.token({ roomId: room, id, ttlSecs: 1 }),
    });
    const { peer } = alice;
    await expect.poll(() => peer?.closed, { timeout: 5_000 }).toBe(true);
    alice.token = await patient.token({ roomId: room, id, ttlSecs: 20 });
    await alice.resume();
    await alice.settled();
    expect(alice.of('disconnecting')).toEqual([]);
    await patient.close();
  });

  it('is not renewed by one of another person or room, or one that is not good', async () => {
    const id = randomUUID();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, id }) });
    const refresh = (token: string) => alice.request('refreshToken', { token });
    await expect(refresh(await server.token({ roomId }))).rejects.toThrow(/^not-allowed: /);
    await expect(refresh(await server.token({ roomId: randomUUID(), id }))).rejects.toThrow(/^token-wrong-room: /);
    await expect(refresh(await server.token({ roomId, id, ttlSecs: -10 }))).rejects.toThrow(/^token-expired: /);
    await expect(refresh(await server.refreshToken({ roomId, id }))).rejects.toThrow(/^not-allowed: /);
    alice.close();
  });

  it('brings its grants with it, from the next request on, and everybody sees them', async () => {
    const id = randomUUID();
    const watcher = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, id }) });
    await alice.publish('one', ['audio']);
    const token = await server.token({ roomId, id, grants: { publish: [] } });
    await alice.request('refreshToken', { token });
    await expect(alice.publish('two', ['audio'])).rejects.toThrow(/^not-allowed: /);
    const updated = await watcher.heard('participantUpdated');
    expect(updated.participant).toMatchObject({ id, grants: { publish: [] }, streams: [{ key: 'one' }] });
    watcher.close();
    alice.close();
  });
});
