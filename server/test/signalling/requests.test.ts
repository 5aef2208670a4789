import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackConsumers } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
let roomId: string;
beforeAll(async () => {
  server = await startLiveServer();
  roomId = server.createRoom();
});
afterAll(() => server.close());

const NOTHING = { audio: 0, video: 0 };

async function joined(wish: { demand?: typeof NOTHING; grants?: object } = {}): Promise<TestClient> {
  const { grants = {}, ...others } = wish;
  return TestClient.join(server, { roomId, token: await server.token({ roomId, grants }), ...others });
}

describe('media', () => {
  it('is published by POST while the socket opens, and reaches those who are there', async () => {
    const bob = await joined();
    const alice = new TestClient(server);
    await alice.join({ roomId, token: await server.token({ roomId }) });
    const producers = [await alice.producer('audio'), await alice.producer('video', 3)];
    const response = await alice.post('publishStream', { key: 'self', producers });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    await alice.attach();

    const { stream } = await bob.heard('streamPublished');
    expect([stream.audio?.producerId, stream.video?.producerId]).toEqual(producers.map(({ id }) => id));
    const added = unpackConsumers(await bob.heard('consumersAdded'));
    expect(added.map(({ kind, paused }) => ({ kind, paused }))).toEqual([
      { kind: 'audio', paused: true },
      { kind: 'video', paused: true },
    ]);
    await bob.consume(added);
    await bob.request('updateConsumers', {
      consumers: added.map(({ id, kind }) => ({
        id,
        paused: false,
        ...(kind === 'video' && { spatialLayer: 2, temporalLayer: 1, priority: 10 }),
      })),
    });
    alice.close();
    await bob.heard('consumersClosed', ({ consumerIds }) => consumerIds.length === 2);
    bob.close();
  });

  it('is subscribed to in one batch that shares what is equal, once', async () => {
    const alice = await joined();
    const bob = await joined({ demand: NOTHING });
    await alice.publish('self', ['audio', 'video'], 3);
    await alice.publish('presentation', ['video'], 3);
    const participantId = alice.answer.self.id;
    const subscriptions = [
      { participantId, key: 'self', kind: 'audio' as const },
      { participantId, key: 'self', kind: 'video' as const, spatialLayer: 2 },
      { participantId, key: 'presentation', kind: 'video' as const },
      { participantId, key: 'gone', kind: 'video' as const },
    ];
    const first = await bob.request('subscribe', { subscriptions });
    expect(first.consumers).toHaveLength(3);
    expect(first.templates).toHaveLength(2);
    const again = await bob.request('subscribe', { subscriptions });
    expect(again.consumers.map(({ id }) => id)).toEqual(first.consumers.map(({ id }) => id));
    await bob.consume(unpackConsumers(first));
    expect(server.gauge('parlour_consumers')).toBe(3);
    await bob.request('unsubscribe', { consumerIds: first.consumers.map(({ id }) => id) });
    expect(server.gauge('parlour_consumers')).toBe(0);
    alice.close();
    bob.close();
  });

  it('is muted, resized and ended for all to see', async () => {
    const alice = await joined();
    const bob = await joined();
    const [audio, video] = await alice.publish('self', ['audio', 'video']);
    await alice.request('updateProducer', { id: audio?.id ?? '', paused: true });
    await alice.request('updateProducer', { id: video?.id ?? '', width: 320, height: 180 });
    await bob.heard('streamUpdated', ({ stream }) => stream.audio?.enabled === false && stream.video?.width === 320);
    await bob.heard('consumersAdded');
    await alice.request('unpublishStream', { key: 'self' });
    await bob.heard('streamUnpublished');
    expect(bob.of('consumersClosed')[0]?.consumerIds).toHaveLength(2);
    await alice.publish('self', ['audio']);
    await alice.request('produce', { key: 'self', producer: await alice.producer('video') });
    await bob.heard('streamUpdated', ({ stream }) => stream.audio !== null && stream.video !== null);
    alice.close();
    bob.close();
  });

  it('is refused when the SFU cannot make sense of it, and the worker lives', async () => {
    const alice = await joined();
    const audio = await alice.producer('audio');
    const broken = { ...audio, rtpParameters: { ...audio.rtpParameters, codecs: [] } };
    const refused = alice.request('publishStream', { key: 'self', producers: [broken] });
    await expect(refused).rejects.toThrow(/^bad-request: /);
    const notMine = { ...audio, id: alice.answer.transports.send.id };
    await expect(alice.request('publishStream', { key: 'self', producers: [notMine] })).rejects.toThrow(
      /^bad-request: /,
    );
    await expect(alice.request('publishStream', { key: 'self', producers: [audio] })).resolves.toEqual({});
    alice.close();
  });
});

describe('grants', () => {
  it('decide what may be published and received', async () => {
    const alice = await joined({ grants: { publish: ['audio'] } });
    await alice.publish('self', ['audio']);
    await expect(alice.publish('camera', ['video'])).rejects.toThrow(/^not-allowed: /);
    await expect(alice.publish('presentation', ['audio'])).rejects.toThrow(/^not-allowed: /);
    const deaf = await joined({ grants: { subscribe: false } });
    expect(deaf.answer.initial.consumers).toEqual([]);
    const subscriptions = [{ participantId: alice.answer.self.id, key: 'self', kind: 'audio' as const }];
    await expect(deaf.request('subscribe', { subscriptions })).rejects.toThrow(/^not-allowed: /);
    alice.close();
    deaf.close();
  });

  it('let nobody touch what belongs to others', async () => {
    const alice = await joined();
    const mallory = await joined();
    const [audio] = await alice.publish('self', ['audio']);
    const id = audio?.id ?? '';
    await expect(mallory.request('updateProducer', { id, paused: true })).rejects.toThrow(/^stream-not-found: /);
    await mallory.request('unpublishStream', { key: 'self' });
    const stolen = { ...(await mallory.producer('audio')), id };
    await expect(mallory.request('publishStream', { key: 'self', producers: [stolen] })).rejects.toThrow(
      /^bad-request: /,
    );
    await mallory.settled();
    expect(mallory.of('streamUnpublished')).toEqual([]);
    expect(mallory.of('streamUpdated')).toEqual([]);
    alice.close();
    mallory.close();
  });
});
