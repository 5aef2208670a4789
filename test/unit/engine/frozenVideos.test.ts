import { describe, expect, it } from 'vitest';
import { connected, video } from '../../support/engine/connectedRoom.ts';

/** A room in which we look at the camera of a person, with what tests of its picture need. */
async function watching() {
  const test = await connected(['a']);
  const { room, clock, connection, consumer, subscription, media, events } = test;
  const demand = room.subscribeDemand(video('a'));
  await clock.advance(2_000);
  events.length = 0;
  const freeze = (frozen = true) => media.freeze(consumer('a')?.id ?? '', frozen);
  const reasons = () => events.filter(([name]) => name === 'subscription_changed').map(([, , , reason]) => reason);
  return { ...test, demand, freeze, reasons, asked: () => connection.sent('requestKeyFrames'), subscription };
}

describe('a video that flows', () => {
  it('is left alone', async () => {
    const { clock, asked, reasons, connection } = await watching();
    const before = connection.requests.length;
    await clock.advance(60_000);
    expect([asked(), reasons(), connection.requests.length]).toEqual([[], [], before]);
  });
});

describe('a picture that stands still', () => {
  it('is told, and a key frame asked for', async () => {
    const { clock, freeze, asked, reasons, subscription, consumer } = await watching();
    freeze();
    await clock.advance(4_000);
    expect(reasons()).toEqual([]);
    await clock.advance(2_000);
    expect(subscription('a')).toMatchObject({ status: 'started', reason: 'frozen' });
    expect(asked()).toEqual([{ consumerIds: [consumer('a')?.id] }]);
    freeze(false);
    await clock.advance(1_000);
    expect(reasons()).toEqual(['frozen', null]);
    await clock.advance(60_000);
    expect(asked()).toHaveLength(1);
  });

  it('that no key frame helps is consumed anew', async () => {
    const { clock, freeze, reasons, connection, consumer, media, subscription, room } = await watching();
    const { id } = consumer('a') ?? {};
    const { videoTrack } = room.getParticipantStream('a', 'self') ?? {};
    freeze();
    await clock.advance(8_000);
    expect(connection.sent('unsubscribe')).toEqual([{ consumerIds: [id] }]);
    expect(connection.sent('subscribe')).toHaveLength(2);
    expect(consumer('a')).toMatchObject({ paused: false });
    expect(consumer('a')?.id).not.toBe(id);
    expect(media.open.consumers).toBe(1);
    expect(room.getParticipantStream('a', 'self')?.videoTrack).not.toBe(videoTrack);
    // The new one flows.
    await clock.advance(2_000);
    expect(subscription('a')?.reason).toBeUndefined();
    expect(reasons()).toEqual(['frozen', null]);
  });

  it('that nothing helps is asked for now and then, and never consumed anew in a circle', async () => {
    const { clock, freeze, asked, connection, subscription, consumer, media } = await watching();
    freeze();
    for (let second = 0; second < 120; second += 1) {
      await clock.advance(1_000);
      // A new consumer does not get a first frame either.
      if (connection.sent('subscribe').length > 1) media.freeze(consumer('a')?.id ?? '', true, 0);
    }
    expect(subscription('a')?.reason).toBe('frozen');
    expect(connection.sent('subscribe')).toHaveLength(2);
    expect(asked().length).toBeGreaterThan(2);
    expect(asked().length).toBeLessThan(10);
  });

  it('is nobody’s concern while it is out of sight, off, or the SFU says that there is no bandwidth', async () => {
    const { clock, freeze, asked, server, connection, demand, consumer } = await watching();
    freeze();
    server.room.set('a', 'video', { enabled: false });
    await clock.advance(30_000);
    server.room.set('a', 'video', { enabled: true });
    demand.update({ visible: false });
    await clock.advance(30_000);
    connection.notify({
      method: 'consumerLayersChanged',
      data: { consumerId: consumer('a')?.id ?? '', layers: null },
    });
    demand.update({ visible: true });
    await clock.advance(30_000);
    expect(asked()).toEqual([]);
  });
});

describe('a video without a first frame', () => {
  it('is told and repaired after three seconds', async () => {
    const { room, clock, media, server, consumer, subscription, connection } = await connected([]);
    server.room.enter({ id: 'a', streams: [{}] });
    await clock.frame();
    room.subscribeDemand(video('a'));
    await clock.frame();
    media.freeze(consumer('a')?.id ?? '', true, 0);
    await clock.advance(2_999);
    expect(subscription('a')?.reason).toBeUndefined();
    await clock.advance(1);
    expect(subscription('a')).toMatchObject({ reason: 'frozen' });
    expect(connection.sent('requestKeyFrames')).toHaveLength(1);
  });
});

describe('the statistics', () => {
  it('are not read when nothing is watched', async () => {
    const { clock, demand, room } = await watching();
    demand.update({ visible: false });
    await clock.advance(1_000);
    expect(clock.timers.filter((due) => due <= 1_000)).toEqual([]);
    await room.disconnect();
    expect(clock.waiting).toBe(0);
  });
});
