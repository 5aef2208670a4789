import { describe, expect, it } from 'vitest';
import { streamId, subscriptionTopic } from '../../../src/engine/Topic.ts';
import { settled } from '../../../src/testing/settled.ts';
import { connected, video } from '../../support/engine/connectedRoom.ts';

const TILES = Array.from({ length: 50 }, (_, index) => `p${index}`);

describe('fifty tiles that change in one frame', () => {
  it('are one request, whatever changes of each', async () => {
    const { room, clock, connection } = await connected(TILES);
    const tiles = TILES.map((id) => room.subscribeDemand(video(id, { width: 320, height: 180 })));
    await clock.frame();
    const before = connection.requests.length;
    for (const [index, tile] of tiles.entries()) {
      tile.update({ width: 1280, height: 720 });
      tile.update({ devicePixelRatio: 2 });
      if (index % 2 === 0) tile.update({ priority: 200 });
    }
    await clock.frame();
    expect(connection.requests.slice(before).map(({ method, data }) => [method, data.consumers.length])).toEqual([
      ['updateConsumers', 50],
    ]);
  });

  it('that are scrolled by and back ask for nothing', async () => {
    const { room, clock, connection } = await connected(TILES);
    const tiles = TILES.map((id) => room.subscribeDemand(video(id, { width: 320, height: 180 })));
    await clock.frame();
    const before = connection.requests.length;
    for (let time = 0; time < 20; time += 1) {
      for (const tile of tiles) tile.update({ visible: time % 2 === 1 });
      await clock.advance(100);
    }
    await clock.advance(1_000);
    expect(connection.requests).toHaveLength(before);
  });

  it('that are resized back and forth ask at most once for more', async () => {
    const { room, clock, connection } = await connected(TILES);
    const tiles = TILES.map((id) => room.subscribeDemand(video(id, { width: 320, height: 180, priority: 1 })));
    await clock.frame();
    const before = connection.requests.length;
    for (let time = 0; time < 20; time += 1) {
      for (const tile of tiles) tile.update(time % 2 === 0 ? { width: 640, height: 360 } : { width: 320, height: 180 });
      await clock.advance(100);
    }
    expect(connection.requests).toHaveLength(before + 1);
  });
});

describe('what the server is told of a video', () => {
  it('is its layers and its priority: the larger the more', async () => {
    const { room, clock, consumer } = await connected(['stage', 'tile', 'stamp']);
    room.subscribeDemand(video('stage', { width: 1280, height: 720, devicePixelRatio: 2 }));
    room.subscribeDemand(video('tile', { width: 320, height: 180 }));
    room.subscribeDemand(video('stamp', { width: 64, height: 36 }));
    await clock.frame();
    expect(consumer('stage')).toMatchObject({ spatialLayer: 2, temporalLayer: 2, priority: 80 });
    expect(consumer('tile')).toMatchObject({ spatialLayer: 0, temporalLayer: 2, priority: 20 });
    expect(consumer('stamp')).toMatchObject({ spatialLayer: 0, temporalLayer: 0, priority: 10 });
  });

  it('puts who speaks before all tiles, and what the application says before everything', async () => {
    const { room, clock, server, consumer } = await connected(['a', 'b']);
    const size = { width: 320, height: 180 };
    room.subscribeDemand(video('a', size));
    room.subscribeDemand(video('b', { ...size, priority: 255 }));
    await clock.frame();
    server.room.speak('a');
    await clock.frame();
    expect([consumer('a')?.priority, consumer('b')?.priority]).toEqual([120, 255]);
    server.room.speak('b');
    await clock.frame();
    expect([consumer('a')?.priority, consumer('b')?.priority]).toEqual([20, 255]);
  });
});

describe('a video that the SFU lets flow in less than its layer', () => {
  it('says that it is the bandwidth, when it lasts', async () => {
    const { room, clock, connection, consumer, subscription, events } = await connected(['a']);
    room.subscribeDemand(video('a'));
    await clock.frame();
    const tell = async (spatialLayer: number | null) => {
      const layers = spatialLayer === null ? null : { spatialLayer, temporalLayer: 2 };
      connection.notify({ method: 'consumerLayersChanged', data: { consumerId: consumer('a')?.id ?? '', layers } });
      await settled();
      await clock.frame();
    };
    await tell(0);
    await clock.advance(4_999);
    expect(subscription('a')?.reason).toBeUndefined();
    await clock.advance(1);
    expect(subscription('a')).toMatchObject({ status: 'started', reason: 'bandwidth' });
    await tell(null);
    expect(subscription('a')?.reason).toBe('bandwidth');
    await tell(2);
    expect(subscription('a')?.reason).toBeUndefined();
    expect(events.filter(([name]) => name === 'subscription_changed').map(([, , , reason]) => reason)).toEqual([
      'bandwidth',
      null,
    ]);
  });

  it('does not say so of a publisher who has it off, or of a tile out of sight', async () => {
    const { room, clock, server, connection, consumer, subscription } = await connected(['a', 'b']);
    room.subscribeDemand(video('a'));
    const hidden = room.subscribeDemand(video('b'));
    await clock.frame();
    for (const id of ['a', 'b']) {
      const consumerId = consumer(id)?.id ?? '';
      connection.notify({ method: 'consumerLayersChanged', data: { consumerId, layers: null } });
    }
    server.room.set('a', 'video', { enabled: false });
    hidden.update({ visible: false });
    await settled();
    await clock.advance(10_000);
    expect([subscription('a')?.reason, subscription('b')?.reason]).toEqual(['publisher-off', 'offscreen']);
  });
});

describe('ids', () => {
  it('of streams do not meet when participants and keys have slashes', () => {
    const pairs = [
      ['a/b', 'c'],
      ['a', 'b/c'],
      ['a%2Fb', 'c'],
      ['a', 'b%2Fc'],
    ] as const;
    expect(new Set(pairs.map(([participant, key]) => streamId(participant, key))).size).toBe(pairs.length);
    expect(new Set(pairs.map(([participant, key]) => subscriptionTopic(participant, key))).size).toBe(pairs.length);
    expect(streamId('p-1', 'self')).toBe('p-1/self');
  });
});
