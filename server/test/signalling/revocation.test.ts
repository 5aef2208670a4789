import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer({ resumeWindowMs: 10_000 });
  roomId = server.createRoom();
});
afterAll(() => server.close());

const revoke = (...participantIds: string[]) => server.tokens.revoke({ roomId, participantIds, jtis: [] });

describe('whose token is revoked', () => {
  it('is out of the room at once, hears why, and the others see it go', async () => {
    const [ada, bob] = [randomUUID(), randomUUID()];
    const token = await server.token({ roomId, id: ada });
    const alice = await TestClient.join(server, { roomId, token });
    const watcher = await TestClient.join(server, { roomId, token: await server.token({ roomId, id: bob }) });
    await revoke(ada);
    await alice.closed;
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'unauthorized' }]);
    expect(await watcher.heard('participantLeft')).toMatchObject({ participantId: ada, reason: 'lost' });
    const again = await new TestClient(server).postJoin({ roomId, token });
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject({
      error: { code: 'token-invalid', message: expect.stringMatching(/revoked/) },
    });
    watcher.close();
  });

  it('cannot resume a connection that was lost before', async () => {
    const id = randomUUID();
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, id }) });
    alice.close();
    await revoke(id);
    await alice.open();
    await expect(alice.attach(alice.token, 0)).rejects.toThrow(/^token-invalid: .*revoked/);
  });

  it('cannot bring the token as a newer one', async () => {
    const id = randomUUID();
    const revoked = await server.token({ roomId, id });
    await revoke(id);
    // Tokens of the same second as the revocation are put off to the next.
    const alice = await TestClient.join(server, { roomId, token: await server.token({ roomId, id }) });
    await expect(alice.request('refreshToken', { token: revoked })).rejects.toThrow(/^token-invalid: /);
    alice.close();
  });

  it('stays when the token in force is another by now', async () => {
    const id = randomUUID();
    const [first, second] = [await server.token({ roomId, id }), await server.token({ roomId, id })];
    const alice = await TestClient.join(server, { roomId, token: first });
    await alice.request('refreshToken', { token: second });
    await server.tokens.revoke({ roomId, participantIds: [], jtis: [(await server.tokens.identify(first)).family] });
    await alice.settled();
    expect(alice.of('disconnecting')).toEqual([]);
    await server.tokens.revoke({ roomId, participantIds: [], jtis: [(await server.tokens.identify(second)).family] });
    await alice.closed;
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'unauthorized' }]);
  });
});
