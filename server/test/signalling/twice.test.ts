import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer();
  roomId = server.createRoom();
});
afterAll(() => server.close());

describe('the same person in two tabs', () => {
  it('is in the newer one, and the older is told so', async () => {
    const token = await server.token({ roomId, id: randomUUID() });
    const watcher = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
    const older = await TestClient.join(server, { roomId, token, clientId: randomUUID() });
    const newer = await TestClient.join(server, { roomId, token, clientId: randomUUID() });
    await older.closed;
    expect(older.of('disconnecting')).toMatchObject([{ reason: 'session_terminated', code: 'joined-elsewhere' }]);
    await newer.settled();
    await watcher.settled();
    expect(watcher.of('participantJoined')).toHaveLength(1);
    expect(watcher.of('participantLeft')).toEqual([]);
  });

  it('is told so in the older one also when that was away meanwhile and resumes', async () => {
    const patient = await startLiveServer({ resumeWindowMs: 30_000 });
    try {
      const room = patient.createRoom();
      const token = await patient.token({ roomId: room, id: randomUUID() });
      const watcher = await TestClient.join(patient, { roomId: room, token: await patient.token({ roomId: room }) });
      const older = await TestClient.join(patient, { roomId: room, token, clientId: randomUUID() });
      older.close();
      await watcher.heard('participantUpdated', ({ participant }) => participant.connection === 'reconnecting');
      const newer = await TestClient.join(patient, { roomId: room, token, clientId: randomUUID() });
      await older.resume();
      expect(await older.heard('disconnecting')).toEqual({ reason: 'session_terminated', code: 'joined-elsewhere' });
      await newer.settled();
    } finally {
      await patient.close();
    }
  });

  it('stays there when the older one comes back by itself, however it was lost', async () => {
    const token = await server.token({ roomId, id: randomUUID() });
    const clientId = randomUUID();
    await TestClient.join(server, { roomId, token, clientId });
    const newer = await TestClient.join(server, { roomId, token, clientId: randomUUID() });
    const back = await new TestClient(server).postJoin({ roomId, token, clientId, returning: true });
    expect(back.status).toBe(409);
    expect(await back.json()).toMatchObject({ error: { code: 'joined-elsewhere' } });
    await newer.settled();
    expect(newer.of('disconnecting')).toEqual([]);
  });

  it('that comes back by itself takes its own place, and is not told that it joined elsewhere', async () => {
    const token = await server.token({ roomId, id: randomUUID() });
    const clientId = randomUUID();
    const before = await TestClient.join(server, { roomId, token, clientId });
    const back = await TestClient.join(server, { roomId, token, clientId, returning: true });
    await before.closed;
    expect(before.of('disconnecting')).toEqual([expect.not.objectContaining({ code: 'joined-elsewhere' })]);
    await back.settled();
  });
});
