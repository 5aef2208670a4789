import { describe, expect, it } from 'vitest';
import { produce, publishStream, unpublishStream, updateProducer } from '../../src/rooms/publishing.ts';
import { offersTold, producer, publish, TestRooms, told } from './support/TestRooms.ts';

describe('publishing', () => {
  it('tells the others once, when all of it is there, and sends it to those whose demand is not filled', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered({ demand: { audio: 1, video: 1 } });
    await publish(alice, 'self', ['audio', 'video'], 3);
    await publish(alice, 'presentation', ['video']);
    await offersTold();
    expect(told(bob, 'streamPublished').map(({ stream }) => stream)).toMatchObject([
      { key: 'self', audio: { enabled: true }, video: { spatialLayers: 3 } },
      { key: 'presentation', audio: null, video: { spatialLayers: 1 } },
    ]);
    const added = told(bob, 'consumersAdded');
    expect(added).toHaveLength(1);
    expect(added[0]?.consumers).toHaveLength(2);
    expect(added[0]?.consumers.every(({ paused }) => paused)).toBe(true);
    expect(told(alice, 'streamPublished')).toEqual([]);
  });

  it('sends everything that is published in one turn as one batch', async () => {
    const rooms = new TestRooms();
    const [alice, carol, bob] = await Promise.all([rooms.entered(), rooms.entered(), rooms.entered()]);
    await Promise.all([publish(alice, 'self', ['audio', 'video']), publish(carol, 'self', ['audio', 'video'])]);
    await offersTold();
    expect(told(bob, 'consumersAdded').map(({ consumers }) => consumers.length)).toEqual([4]);
  });

  it('starts a layered stream at its smallest layer', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    await publish(alice, 'self', ['video'], 3);
    await rooms.entered();
    const consumed = rooms.media.rooms[0]?.transports.flatMap(({ consumed: list }) => list);
    expect(consumed?.map(({ layers }) => layers)).toEqual([{ spatialLayer: 0 }]);
  });

  it('refuses a key that is in use, also while the first is being made', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const first = publish(alice, 'self', ['audio']);
    await expect(publish(alice, 'self', ['audio'])).rejects.toMatchObject({ code: 'stream-exists' });
    await first;
    await expect(publish(alice, 'self', ['audio'])).rejects.toMatchObject({ code: 'stream-exists' });
  });

  it('refuses producer ids that are in use anywhere', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    const [taken] = await publish(alice, 'self', ['audio']);
    const again = { ...producer('audio'), id: taken?.id ?? '' };
    const request = { key: 'self', producers: [again] };
    await expect(publishStream(bob.room, bob.participant, request)).rejects.toMatchObject({ code: 'bad-request' });
    unpublishStream(alice.room, alice.participant, 'self');
    await expect(publishStream(bob.room, bob.participant, request)).resolves.toBeUndefined();
  });

  it('leaves nothing behind when one of the tracks is refused', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    const producers = [producer('audio'), producer('video')];
    rooms.media.refused.add(producers[1]?.id ?? '');
    const request = { key: 'self', producers };
    await expect(publishStream(alice.room, alice.participant, request)).rejects.toMatchObject({ code: 'bad-request' });
    expect(rooms.media.rooms[0]?.transports[0]?.produced).toMatchObject([{ closed: true }]);
    expect(told(bob, 'streamPublished')).toEqual([]);
    rooms.media.refused.clear();
    await expect(publishStream(alice.room, alice.participant, request)).resolves.toBeUndefined();
  });

  it('gives up what was unpublished, or whose publisher left, before it was ready', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    const release = rooms.media.hold();
    const aborted = expect(publish(alice, 'self', ['audio'])).rejects.toMatchObject({ code: 'aborted' });
    const left = expect(publish(alice, 'presentation', ['video'])).rejects.toMatchObject({ code: 'aborted' });
    unpublishStream(alice.room, alice.participant, 'self');
    alice.room.remove(alice.participant, 'left', null);
    release();
    await Promise.all([aborted, left]);
    expect(told(bob, 'streamPublished')).toEqual([]);
    expect(told(bob, 'streamUnpublished')).toEqual([]);
    expect(rooms.rooms.counts.producers).toBe(0);
  });

  it('adds a kind to a stream, once', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    await publish(alice, 'self', ['audio']);
    const adding = produce(alice.room, alice.participant, { key: 'self', producer: producer('video') });
    await expect(
      produce(alice.room, alice.participant, { key: 'self', producer: producer('video') }),
    ).rejects.toMatchObject({ code: 'stream-exists' });
    await adding;
    await offersTold();
    expect(told(bob, 'streamUpdated')).toMatchObject([{ stream: { audio: {}, video: {} } }]);
    expect(told(bob, 'consumersAdded').flatMap(({ consumers }) => consumers.map(({ kind }) => kind))).toEqual([
      'audio',
      'video',
    ]);
  });

  it('tells the others when a kind is turned off or resized, and only when something changed', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    const [, video] = await publish(alice, 'self', ['audio', 'video']);
    const id = video?.id ?? '';
    await updateProducer(alice.room, alice.participant, { id, paused: true });
    await updateProducer(alice.room, alice.participant, { id, paused: true });
    await updateProducer(alice.room, alice.participant, { id, width: 640, height: 360 });
    expect(told(bob, 'streamUpdated').map(({ stream }) => stream.video)).toMatchObject([
      { enabled: false },
      { enabled: false, width: 640, height: 360 },
    ]);
    expect(rooms.media.rooms[0]?.transports[0]?.produced[1]?.paused).toBe(true);
    await expect(updateProducer(bob.room, bob.participant, { id, paused: false })).rejects.toMatchObject({
      code: 'stream-not-found',
    });
  });

  it('tells which consumers ended, then that the stream did', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    await publish(alice, 'self', ['audio', 'video']);
    await offersTold();
    unpublishStream(alice.room, alice.participant, 'self');
    unpublishStream(alice.room, alice.participant, 'self');
    expect(bob.received.slice(-2)).toMatchObject([
      { method: 'consumersClosed', data: { consumerIds: [expect.any(String), expect.any(String)] } },
      { method: 'streamUnpublished', data: { key: 'self' } },
    ]);
    expect(rooms.media.rooms[0]?.transports[0]?.produced.every(({ closed }) => closed)).toBe(true);
  });
});

describe('what may be published', () => {
  const cases: [
    grants: ('audio' | 'video' | 'presentation')[],
    key: string,
    kinds: ('audio' | 'video')[],
    ok: boolean,
  ][] = [
    [['audio'], 'self', ['audio'], true],
    [['audio'], 'self', ['audio', 'video'], false],
    [['audio'], 'self', [], true],
    [[], 'self', [], false],
    [['presentation'], 'self', [], false],
    [['presentation'], 'presentation', ['audio', 'video'], true],
    [['audio', 'video'], 'presentation', ['video'], false],
    [['audio', 'video'], 'presentation', [], false],
  ];
  it.each(cases)('grants %j, key %s, kinds %j: %s', async (grants, key, kinds, ok) => {
    const rooms = new TestRooms();
    const alice = await rooms.entered({ grants: { publish: grants } });
    const publishing = publish(alice, key, kinds);
    if (ok) await expect(publishing).resolves.toBeDefined();
    else await expect(publishing).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is asked again when a kind is turned on', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const [audio] = await publish(alice, 'self', ['audio']);
    alice.participant.grants = { ...alice.participant.grants, publish: [] };
    const id = audio?.id ?? '';
    await expect(updateProducer(alice.room, alice.participant, { id, paused: true })).resolves.toBeUndefined();
    await expect(updateProducer(alice.room, alice.participant, { id, paused: false })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
