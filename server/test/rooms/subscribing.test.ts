import { describe, expect, it } from 'vitest';
import type { MediaKind } from '../../../src/protocol/index.ts';
import { unpublishStream } from '../../src/rooms/publishing.ts';
import { subscribe, updateConsumers } from '../../src/rooms/subscribing.ts';
import type { FakeConsumer } from './support/FakeMedia.ts';
import { offersTold, publish, type TestPerson, TestRooms, told } from './support/TestRooms.ts';

const NOTHING = { audio: 0, video: 0 };

async function aliceAndBob() {
  const rooms = new TestRooms();
  const alice = await rooms.entered();
  const bob = await rooms.entered({ demand: NOTHING });
  await publish(alice, 'self', ['audio', 'video'], 3);
  const ask = (kind: MediaKind, spatialLayer?: number) =>
    subscribe(bob.room, bob.participant, {
      subscriptions: [{ participantId: alice.participant.id, key: 'self', kind, spatialLayer }],
    });
  return { rooms, alice, bob, ask };
}

function consumersOf(rooms: TestRooms, who: TestPerson): FakeConsumer[] {
  const index = [...who.room.participants.values()].indexOf(who.participant);
  return rooms.media.rooms[0]?.transports[index * 2 + 1]?.consumed ?? [];
}

describe('subscribing', () => {
  it('makes paused consumers with the layer that is wanted', async () => {
    const { rooms, bob, ask } = await aliceAndBob();
    const { consumers } = await ask('video', 2);
    expect(consumers).toMatchObject([{ kind: 'video', key: 'self', paused: true }]);
    expect(consumersOf(rooms, bob)[0]?.layers).toEqual({ spatialLayer: 2 });
  });

  it('gives the same consumer again, also when asked twice at once', async () => {
    const { rooms, bob, ask } = await aliceAndBob();
    const answers = await Promise.all([ask('audio'), ask('audio')]);
    const ids = [...answers, await ask('audio')].map(({ consumers }) => consumers[0]?.id);
    expect(new Set(ids).size).toBe(1);
    expect(consumersOf(rooms, bob)).toHaveLength(1);
  });

  it('does not send unasked what was asked for in the same turn', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    await publish(alice, 'self', ['audio']);
    const { consumers } = await subscribe(bob.room, bob.participant, {
      subscriptions: [{ participantId: alice.participant.id, key: 'self', kind: 'audio' }],
    });
    await offersTold();
    expect(consumers).toHaveLength(1);
    expect(told(bob, 'consumersAdded')).toEqual([]);
  });

  it('does not send twice what is asked for while it is on its way unasked', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    const [, video] = await publish(alice, 'self', ['audio', 'video']);
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    rooms.media.slow.set(video?.id ?? '', slow);
    await offersTold();
    const { consumers } = await subscribe(bob.room, bob.participant, {
      subscriptions: [{ participantId: alice.participant.id, key: 'self', kind: 'audio' }],
    });
    release();
    await offersTold();
    expect(consumers).toHaveLength(1);
    expect(told(bob, 'consumersAdded').flatMap((batch) => batch.consumers.map(({ kind }) => kind))).toEqual(['video']);
  });

  it('leaves out what is gone or cannot be received', async () => {
    const { rooms, alice, bob, ask } = await aliceAndBob();
    const [id] = alice.participant.producers.map((one) => one.id);
    rooms.media.unconsumable.add(id ?? '');
    expect((await ask('audio')).consumers).toEqual([]);
    const nobody = { participantId: 'nobody', key: 'self', kind: 'audio' as const };
    expect((await subscribe(bob.room, bob.participant, { subscriptions: [nobody] })).consumers).toEqual([]);
    rooms.media.unconsumable.clear();
    expect((await ask('audio')).consumers).toHaveLength(1);
  });

  it('drops a consumer whose producer closed while it was made', async () => {
    const { rooms, alice, bob, ask } = await aliceAndBob();
    const release = rooms.media.hold();
    const asked = ask('audio');
    unpublishStream(alice.room, alice.participant, 'self');
    release();
    expect((await asked).consumers).toEqual([]);
    expect(told(bob, 'consumersClosed')).toEqual([]);
    expect(consumersOf(rooms, bob)[0]?.closed).toBe(true);
  });

  it('refuses own streams and people without the grant', async () => {
    const { rooms, alice, bob } = await aliceAndBob();
    const subscriptions = [{ participantId: alice.participant.id, key: 'self', kind: 'audio' as const }];
    await expect(subscribe(alice.room, alice.participant, { subscriptions })).rejects.toMatchObject({
      code: 'own-stream',
    });
    bob.participant.grants = { ...bob.participant.grants, subscribe: false };
    await expect(subscribe(bob.room, bob.participant, { subscriptions })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const deaf = await rooms.entered({ grants: { subscribe: false } });
    await publish(alice, 'presentation', ['video']);
    await offersTold();
    expect((await deaf.answer).initial.consumers).toEqual([]);
    expect(told(deaf, 'consumersAdded')).toEqual([]);
  });
});

describe('changing consumers', () => {
  it('starts, pauses and tunes them, passing over those that are gone', async () => {
    const { rooms, bob, ask } = await aliceAndBob();
    const { consumers } = await ask('video');
    const id = consumers[0]?.id ?? '';
    await updateConsumers(bob.participant, {
      consumers: [
        { id, paused: false, spatialLayer: 1, temporalLayer: 0, priority: 200 },
        { id: 'gone', paused: true },
      ],
    });
    expect(consumersOf(rooms, bob)).toMatchObject([
      { paused: false, layers: { spatialLayer: 1, temporalLayer: 0 }, priority: 200 },
    ]);
  });

  it('asks for key frames of videos, passing over sound and what is gone', async () => {
    const { rooms, bob, ask } = await aliceAndBob();
    const ids = [...(await ask('video')).consumers, ...(await ask('audio')).consumers].map(({ id }) => id);
    await bob.participant.subscriptions.requestKeyFrames([...ids, 'gone']);
    expect(consumersOf(rooms, bob).map(({ keyFrames }) => keyFrames)).toEqual([1, 0]);
  });

  it('tells which layer flows', async () => {
    const { rooms, bob, ask } = await aliceAndBob();
    const { consumers } = await ask('video');
    consumersOf(rooms, bob)[0]?.options.onLayersChange({ spatialLayer: 1, temporalLayer: 2 });
    consumersOf(rooms, bob)[0]?.options.onLayersChange(null);
    expect(told(bob, 'consumerLayersChanged')).toMatchObject([
      { consumerId: consumers[0]?.id, layers: { spatialLayer: 1, temporalLayer: 2 } },
      { layers: null },
    ]);
  });

  it('makes a new one after the old was closed', async () => {
    const { rooms, bob, ask } = await aliceAndBob();
    const [first] = (await ask('audio')).consumers;
    bob.participant.subscriptions.close([first?.id ?? '', 'gone']);
    expect(consumersOf(rooms, bob)[0]?.closed).toBe(true);
    expect((await ask('audio')).consumers[0]?.id).not.toBe(first?.id);
  });
});
