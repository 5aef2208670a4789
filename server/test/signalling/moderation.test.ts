import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Grants } from '../../src/tokens/Grants.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer();
});
beforeEach(() => {
  roomId = server.createRoom();
});
afterAll(() => server.close());

async function joined(grants: Partial<Grants> = {}, id = randomUUID()): Promise<TestClient & { id: string }> {
  const client = await TestClient.join(server, { roomId, token: await server.token({ roomId, grants, id }) });
  return Object.assign(client, { id });
}

const moderator = () => joined({ moderate: true });

describe('a participant with the grant', () => {
  it('mutes another, who cannot undo it; who comes later learns of it; and unmutes again', async () => {
    const [host, alice, bob] = await Promise.all([moderator(), joined(), joined()]);
    const [audio] = await alice.publish('self', ['audio']);
    const id = audio?.id ?? '';
    await bob.heard('streamPublished');
    await host.request('mute', { participants: [alice.id], reason: 'a noisy street' });
    const censored = { audio: { by: host.id, reason: 'a noisy street' } };
    for (const client of [host, alice, bob]) {
      expect((await client.heard('participantsCensored')).participants).toEqual([
        { participantId: alice.id, censored },
      ]);
    }
    await alice.request('updateProducer', { id, paused: true });
    await expect(alice.request('updateProducer', { id, paused: false })).rejects.toThrow(/^censored: .*a noisy street/);

    const late = await joined();
    const seen = late.answer.participants.find((one) => one.id === alice.id);
    expect(seen).toMatchObject({ censored, streams: [{ audio: { censored: true } }] });

    await host.request('unmute', { participants: [alice.id] });
    await alice.heard('participantsCensored', ({ participants }) => participants[0]?.censored.audio === undefined);
    await alice.request('updateProducer', { id, paused: false });
    await bob.heard('streamUpdated', ({ stream }) => stream.audio?.enabled === true && !stream.audio.censored);
    for (const client of [host, alice, bob, late]) client.close();
  });

  it('removes another, and keeps the same identity out for a while', async () => {
    const [host, alice, bob] = await Promise.all([moderator(), joined(), joined()]);
    await host.request('kick', { participants: [alice.id], banSecs: 600 });
    await alice.closed;
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'kicked' }]);
    await bob.heard('participantLeft', (left) => left.participantId === alice.id && left.reason === 'kicked');
    const again = new TestClient(server);
    const refused = await again.postJoin({ roomId, token: await server.token({ roomId, id: alice.id }) });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { error: { code: 'kicked', message: expect.stringContaining('10 min') } },
    ]);
    const elsewhere = server.createRoom();
    const other = await TestClient.join(server, {
      roomId: elsewhere,
      token: await server.token({ roomId: elsewhere, id: alice.id }),
    });
    for (const client of [host, bob, other]) client.close();
  });

  it('ends the session for all, and has its answer', async () => {
    const [host, alice] = await Promise.all([moderator(), joined()]);
    await expect(host.request('endSession', {})).resolves.toEqual({});
    await Promise.all([host.closed, alice.closed]);
    for (const client of [host, alice]) {
      expect(client.of('disconnecting')).toMatchObject([{ reason: 'session_terminated' }]);
    }
    expect(server.sessions.sessions.filter((session) => session.roomId === roomId)).toMatchObject([{ ended: true }]);
  });

  it('changes what another may do, at once', async () => {
    const [host, alice] = await Promise.all([moderator(), joined()]);
    const [audio] = await alice.publish('self', ['audio']);
    await host.request('changeGrants', { participants: [alice.id], grants: { publish: [], moderate: true } });
    const { participant } = await alice.heard('participantUpdated');
    expect(participant).toMatchObject({ id: alice.id, grants: { publish: [], moderate: true, subscribe: true } });
    await host.heard('streamUpdated', ({ stream }) => stream.audio?.enabled === false);
    const insisting = alice.request('updateProducer', { id: audio?.id ?? '', paused: false });
    await expect(insisting).rejects.toThrow(/^not-allowed: /);
    await alice.request('mute', { participants: [host.id] });
    for (const client of [host, alice]) client.close();
  });
});

it('nobody moderates without the grant, or whom there is not, or with nonsense', async () => {
  const [host, alice] = await Promise.all([moderator(), joined()]);
  const [nobody] = [randomUUID()];
  for (const [method, data] of [
    ['mute', {}],
    ['unmute', {}],
    ['kick', {}],
    ['changeGrants', { grants: {} }],
  ] as const) {
    const to = (participants: string[]) => ({ participants, ...data }) as never;
    await expect(alice.request(method, to([host.id]))).rejects.toThrow(/^not-allowed: /);
    await expect(host.request(method, to([nobody]))).rejects.toThrow(new RegExp(`^participant-not-found: .*${nobody}`));
    await expect(host.request(method, { participants: 'some', ...data } as never)).rejects.toThrow(/^bad-request: /);
  }
  await expect(alice.request('endSession', {})).rejects.toThrow(/^not-allowed: /);
  await expect(host.request('kick', { participants: 'all', banSecs: 86_401 })).rejects.toThrow(/^bad-request: /);
  await expect(host.request('mute', { participants: 'all', sources: [] })).rejects.toThrow(/^bad-request: /);
  await alice.settled();
  expect(alice.of('participantsCensored')).toEqual([]);
  for (const client of [host, alice]) client.close();
});

it('who has the grant to record has the room recorded; everybody knows, who comes later too', async () => {
  const [host, alice] = await Promise.all([joined({ record: true }), joined()]);
  expect(host.answer.recording).toBe(false);
  await expect(alice.request('startRecording', {})).rejects.toThrow(/^not-allowed: .*record/);
  await host.request('startRecording', {});
  await host.request('startRecording', {});
  for (const client of [host, alice]) await client.heard('recordingChanged', ({ active }) => active);
  const late = await joined();
  expect(late.answer.recording).toBe(true);
  await host.request('stopRecording', {});
  for (const client of [host, alice, late]) await client.heard('recordingChanged', ({ active }) => !active);
  expect(alice.of('recordingChanged').map(({ active }) => active)).toEqual([true, false]);
  for (const client of [host, alice, late]) client.close();
});

it('a new token that allows less takes effect at once: what it does not cover stops, for sender and receiver', async () => {
  const [alice, bob] = await Promise.all([joined(), joined()]);
  await alice.publish('self', ['audio', 'video']);
  await alice.publish('presentation', ['video']);
  await bob.publish('self', ['audio']);
  await alice.heard('consumersAdded');
  const grants = { publish: ['video' as const], subscribe: false };
  await alice.request('refreshToken', { token: await server.token({ roomId, id: alice.id, grants }) });
  await bob.heard('streamUpdated', ({ stream }) => stream.audio?.enabled === false && stream.video?.enabled === true);
  await bob.heard('streamUnpublished', ({ key }) => key === 'presentation');
  await alice.heard('consumersClosed');
  expect((await alice.heard('participantUpdated')).participant.grants).toMatchObject(grants);
  for (const client of [alice, bob]) client.close();
});

describe('who has lost the socket', () => {
  let patient: LiveServer;
  let room: string;
  beforeAll(async () => {
    patient = await startLiveServer({ resumeWindowMs: 10_000 });
  });
  beforeEach(() => {
    room = patient.createRoom();
  });
  afterAll(() => patient.close());

  /** Somebody whose socket is gone, and a moderator who sees it. */
  async function away() {
    const enter = async (grants: Partial<Grants>) =>
      TestClient.join(patient, { roomId: room, token: await patient.token({ roomId: room, grants }) });
    const [host, alice] = await Promise.all([enter({ moderate: true }), enter({})]);
    const { id } = alice.answer.self;
    alice.close();
    await host.heard('participantUpdated', ({ participant }) => participant.connection === 'reconnecting');
    return { host, alice, id };
  }

  it.each(['kicked', 'session_terminated', 'room_expired'] as const)(
    'and is put out meanwhile hears it on coming back: %s',
    async (reason) => {
      const { host, alice, id } = await away();
      if (reason === 'kicked') await host.request('kick', { participants: [id] });
      else if (reason === 'session_terminated') await host.request('endSession', {});
      else await patient.live.rooms.closeRoom(room, 'room_expired');
      await alice.resume();
      expect(await alice.heard('disconnecting')).toEqual({ reason });
      await expect.poll(() => alice.peer?.closed).toBe(true);
      host.close();
    },
  );

  it('may bring a token on coming back that grants less, which counts at once', async () => {
    const { host, alice, id } = await away();
    alice.token = await patient.token({ roomId: room, id, grants: { publish: [] }, ttlSecs: 1200 });
    await alice.resume();
    const { participant } = await host.heard(
      'participantUpdated',
      (data) => data.participant.grants.publish.length === 0,
    );
    expect(participant.id).toBe(id);
    await expect(alice.publish('self', ['audio'])).rejects.toThrow(/^not-allowed: /);
    host.close();
    alice.close();
  });
});
