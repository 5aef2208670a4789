import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationData } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer({ resumeWindowMs: 10_000 });
  roomId = server.createRoom();
});
afterAll(() => server.close());

const joined = async () => TestClient.join(server, { roomId, token: await server.token({ roomId }) });

describe('a connection that lost its socket', () => {
  it('goes on with another one: nothing missed, nothing twice, and the others see it', async () => {
    const alice = await joined();
    const bob = await joined();
    await bob.publish('self', ['audio', 'video']);
    await alice.publish('before', []);
    await bob.settled();
    bob.close();
    const isBob = ({ participant }: { participant: { id: string } }) => participant.id === bob.answer.self.id;
    const reconnecting = await alice.heard('participantUpdated', isBob);
    expect(reconnecting.participant).toMatchObject({ connection: 'reconnecting', streams: [{ key: 'self' }] });

    await alice.publish('during', []);
    await bob.resume();
    await alice.publish('after', []);
    await bob.settled();
    expect(bob.of('streamPublished').map(({ stream }) => stream.key)).toEqual(['before', 'during', 'after']);
    expect(bob.received.map(({ data }) => data.seq).filter((seq) => seq !== undefined)).toEqual(
      Array.from({ length: bob.lastSeq }, (_, index) => index + 1),
    );
    await alice.heard('participantUpdated', (data) => isBob(data) && data.participant.connection === 'connected');
    expect(alice.of('participantLeft')).toEqual([]);
    alice.close();
    bob.close();
  });

  it('may be replaced before the server knows that the socket is dead', async () => {
    const alice = await joined();
    const bob = await joined();
    const first = bob.peer;
    await bob.resume();
    await expect.poll(() => first?.closed).toBe(true);
    await alice.publish('seen', []);
    await bob.heard('streamPublished');
    expect(alice.of('participantUpdated')).toEqual([]);
    alice.close();
    bob.close();
  });

  it('asks again what was not answered, and it is carried out once', async () => {
    const alice = await joined();
    const bob = await joined();
    const stream = { key: 'once', producers: [await bob.producer('audio')] };
    const publish = (requestId: string) => bob.peer?.request('publishStream', { ...stream, requestId });
    await publish('1');
    await bob.resume();
    await expect(publish('1')).resolves.toEqual({});
    await expect(publish('2')).rejects.toThrow(/^stream-exists: /);
    await alice.settled();
    expect(alice.of('streamPublished')).toHaveLength(1);
    alice.close();
    bob.close();
  });

  it('has to join anew when more has happened than is kept', async () => {
    const bob = await joined();
    bob.close();
    const again = new TestClient(server);
    await again.open();
    const { connectionId, token } = bob;
    await expect(again.peer?.request('attach', { connectionId, token, lastSeq: 7 })).rejects.toThrow(
      /^not-connected: /,
    );
  });

  it('is attached once by an attach that comes twice, at once and later', async () => {
    const bob = await joined();
    await bob.open();
    const { connectionId, token, lastSeq } = bob;
    const attach = () => bob.peer?.request('attach', { connectionId, token, lastSeq });
    await expect(Promise.all([attach(), attach()])).resolves.toEqual([{}, {}]);
    await expect(attach()).resolves.toEqual({});
    await bob.settled();
    bob.close();
  });

  it('gets new ICE parameters for both its transports', async () => {
    const bob = await joined();
    for (const direction of ['send', 'receive'] as const) {
      const { iceParameters } = await bob.request('restartIce', { direction });
      expect(iceParameters.usernameFragment).not.toBe(bob.answer.transports[direction].iceParameters.usernameFragment);
    }
    bob.close();
  });
});

it('is out of the room when the window has passed', async () => {
  const impatient = await startLiveServer({ resumeWindowMs: 50 });
  const room = impatient.createRoom();
  const [alice, bob] = [
    await TestClient.join(impatient, { roomId: room, token: await impatient.token({ roomId: room }) }),
    await TestClient.join(impatient, { roomId: room, token: await impatient.token({ roomId: room }) }),
  ];
  bob.close();
  expect(await alice.heard('participantLeft')).toMatchObject({ participantId: bob.answer.self.id, reason: 'lost' });
  await bob.open();
  await expect(bob.attach(bob.token, bob.lastSeq)).rejects.toThrow(/^not-connected: /);
  await impatient.close();
});

it('is seen as reconnecting by the others when it falls silent, long before it counts as lost', async () => {
  const watchful = await startLiveServer({ keepaliveMs: 60_000, silenceMs: 100 });
  const room = watchful.createRoom();
  const token = () => watchful.token({ roomId: room });
  const alice = await TestClient.join(watchful, { roomId: room, token: await token() });
  const bob = await TestClient.join(watchful, { roomId: room, token: await token() });
  const isBob = (connection: string) => (data: NotificationData<'participantUpdated'>) =>
    data.participant.id === bob.answer.self.id && data.participant.connection === connection;
  await alice.heard('participantUpdated', isBob('reconnecting'));
  await bob.settled();
  await alice.heard('participantUpdated', isBob('connected'));
  expect(alice.of('participantLeft')).toEqual([]);
  await watchful.close();
});
