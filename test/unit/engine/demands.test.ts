import { describe, expect, it } from 'vitest';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { audio, connected, video } from '../../support/engine/connectedRoom.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

const GRACE = 15_000;
const HOLD = 5_000;
/** What is out of sight, or wanted smaller, goes on for a moment. */
const OFFSCREEN_DELAY = 500;
const SMALLER_DELAY = 1_000;

describe('a demand', () => {
  it('brings the stream, started, and its track into the state', async () => {
    const { room, clock, subscription, stream, consumer, events } = await connected(['a']);
    room.subscribeDemand(video('a'));
    await clock.frame();
    expect(consumer('a')).toMatchObject({ paused: false, spatialLayer: 2 });
    expect(stream('a')?.videoTrack).toMatchObject({ kind: 'video' });
    expect(stream('a')).toMatchObject({ isConfigured: true });
    expect(stream('a')?.audioTrack).toBeUndefined();
    expect(subscription('a')).toMatchObject({ id: 'a/self', status: 'started', audio: false, video: true });
    expect(events).toEqual([['subscription_started', 'a', 'self']]);
  });

  it('is made paused and starts only when its track is there, so that no key frame is lost', async () => {
    const { room, clock, server, connection, consumer } = await connected(['a']);
    const held = server.gates.hold('subscribe');
    room.subscribeDemand(video('a'));
    await clock.frame();
    await held.arrived;
    expect(connection.sent('updateConsumers')).toEqual([]);
    held.release();
    await settled();
    expect(connection.sent('updateConsumers')).toEqual([
      {
        consumers: [{ id: consumer('a')?.id, paused: false, spatialLayer: 2, temporalLayer: 2, priority: 80 }],
      },
    ]);
  });

  it('is pending until the stream comes', async () => {
    const { room, clock, server, subscription } = await connected(['a']);
    const held = server.gates.hold('subscribe');
    room.subscribeDemand(video('a'));
    await clock.frame();
    expect(subscription('a')).toMatchObject({ status: 'pending', video: true });
    held.release();
    await settled();
    expect(subscription('a')?.status).toBe('started');
  });

  it('waits for its kind to be published', async () => {
    const { room, clock, server, connection, subscription, consumer } = await connected([]);
    server.room.enter({ id: 'a', streams: [{ video: null }] });
    await settled();
    room.subscribeDemand(video('a'));
    await clock.frame();
    expect(connection.sent('subscribe')).toEqual([]);
    expect(subscription('a')).toMatchObject({ status: 'pending', reason: 'publisher-off' });
    server.room.addKind('a', 'video');
    await clock.frame();
    expect(consumer('a')).toMatchObject({ paused: false });
    expect(subscription('a')?.status).toBe('started');
  });

  it('made before the room is connected is met after it, and again after the next connection', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'a', streams: [{}] });
    const { room, clock, media } = createTestRoom(server);
    room.subscribeDemand(video('a'));
    await room.connect();
    await clock.frame();
    expect(server.room.participants.get('me')?.consumerOf('a', 'video')?.paused).toBe(false);
    await room.disconnect();
    expect(media.open.consumers).toBe(0);
    await room.connect();
    await clock.frame();
    expect(server.room.participants.get('me')?.consumerOf('a', 'video')?.paused).toBe(false);
  });

  it('released twice, or changed after its release, does no harm', async () => {
    const { room, clock, connection } = await connected(['a']);
    const demand = room.subscribeDemand(video('a'));
    demand.release();
    demand.release();
    demand.update({ visible: true });
    await clock.frame();
    expect(connection.sent('subscribe')).toEqual([]);
  });

  it('for somebody whom our token does not let us see is refused here', async () => {
    const tokenSource = async () => ({ token: clientToken({ grants: { ...ALL_GRANTS, subscribe: false } }) });
    const { room, clock, connection, subscription } = await connected(['a'], { tokenSource });
    room.subscribeDemand(video('a'));
    await clock.frame();
    expect(connection.sent('subscribe')).toEqual([]);
    expect(subscription('a')).toMatchObject({ status: 'pending', reason: 'permission' });
  });
});

describe('several demands for one stream', () => {
  it('are one subscription in the largest layer that one of them needs', async () => {
    const { room, clock, connection, consumer } = await connected(['a']);
    const small = room.subscribeDemand(video('a', { width: 160, height: 90 }));
    const large = room.subscribeDemand(video('a', { width: 640, height: 360, devicePixelRatio: 2 }));
    await clock.frame();
    expect(connection.sent('subscribe')).toHaveLength(1);
    expect(consumer('a')?.spatialLayer).toBe(2);
    large.release();
    await clock.advance(SMALLER_DELAY);
    expect(consumer('a')).toMatchObject({ spatialLayer: 0, paused: false });
    small.update({ width: 640, height: 360 });
    await clock.frame();
    expect(consumer('a')?.spatialLayer).toBe(1);
  });

  it('flow while one of them is visible', async () => {
    const { room, clock, consumer } = await connected(['a']);
    const first = room.subscribeDemand(video('a'));
    const second = room.subscribeDemand(video('a', { visible: false, width: 4000, height: 4000 }));
    await clock.frame();
    expect(consumer('a')?.paused).toBe(false);
    first.update({ width: 100, height: 50 });
    await clock.advance(SMALLER_DELAY);
    expect(consumer('a')).toMatchObject({ paused: false, spatialLayer: 0 });
    first.release();
    await clock.advance(OFFSCREEN_DELAY);
    expect(consumer('a')?.paused).toBe(true);
    second.update({ visible: true });
    await clock.frame();
    expect(consumer('a')).toMatchObject({ paused: false, spatialLayer: 2 });
  });
});

describe('all that happens within a frame', () => {
  it('is at most one request of each sort', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const { room, clock, connection } = await connected(ids);
    const handles = ids.flatMap((id) => [room.subscribeDemand(video(id)), room.subscribeDemand(audio(id))]);
    for (const handle of handles) handle.update({ width: 320, height: 180 });
    await clock.frame();
    expect(connection.sent('subscribe').map(({ subscriptions }) => subscriptions.length)).toEqual([60]);
    expect(connection.sent('updateConsumers').map(({ consumers }) => consumers.length)).toEqual([60]);

    // Sound at once, pictures a moment later.
    for (const handle of handles) handle.update({ visible: false });
    await clock.advance(OFFSCREEN_DELAY);
    expect(connection.sent('updateConsumers').map(({ consumers }) => consumers.length)).toEqual([60, 30, 30]);

    for (const handle of handles) handle.release();
    await clock.advance(GRACE);
    expect(connection.sent('unsubscribe').map(({ consumerIds }) => consumerIds.length)).toEqual([60]);
    expect(connection.sent('subscribe')).toHaveLength(1);
  });

  it('is divided where one request may not hold it all', async () => {
    const ids = Array.from({ length: 260 }, (_, index) => `p${index}`);
    const { room, clock, connection } = await connected(ids);
    for (const id of ids) room.subscribeDemand(video(id));
    await clock.frame();
    expect(connection.sent('subscribe').map(({ subscriptions }) => subscriptions.length)).toEqual([250, 10]);
  });

  it('asks for nothing when it comes to nothing', async () => {
    const { room, clock, connection } = await connected(['a']);
    const demand = room.subscribeDemand(video('a'));
    await clock.frame();
    const before = connection.requests.length;
    demand.update({ visible: false });
    demand.update({ visible: true, width: 1920, height: 1080 });
    room.subscribeDemand(video('a')).release();
    await clock.frame();
    expect(connection.requests).toHaveLength(before);
  });
});

describe('a stream out of sight', () => {
  it('is paused, says why, and comes back without a new consumer', async () => {
    const { room, clock, connection, consumer, subscription, stream, events } = await connected(['a']);
    const demand = room.subscribeDemand(video('a'));
    await clock.frame();
    const { videoTrack } = stream('a') ?? {};
    events.length = 0;
    demand.update({ visible: false });
    await clock.advance(OFFSCREEN_DELAY - 1);
    expect(consumer('a')?.paused).toBe(false);
    expect(subscription('a')).toMatchObject({ status: 'started' });
    await clock.advance(1);
    expect(consumer('a')?.paused).toBe(true);
    expect(subscription('a')).toMatchObject({ status: 'paused', reason: 'offscreen', video: true });
    await clock.advance(10 * GRACE);
    expect(consumer('a')).toBeDefined();
    demand.update({ visible: true });
    await clock.frame();
    expect(consumer('a')?.paused).toBe(false);
    expect(subscription('a')).toMatchObject({ status: 'started' });
    expect(subscription('a')?.reason).toBeUndefined();
    expect(stream('a')?.videoTrack).toBe(videoTrack);
    expect(connection.sent('subscribe')).toHaveLength(1);
    expect(events).toEqual([
      ['subscription_changed', 'a', 'self', 'offscreen'],
      ['subscription_changed', 'a', 'self', null],
    ]);
  });

  it('is not fetched at all before it is seen', async () => {
    const { room, clock, connection } = await connected(['a']);
    const demand = room.subscribeDemand(video('a', { visible: false }));
    await clock.frame();
    expect(connection.sent('subscribe')).toEqual([]);
    demand.update({ visible: true });
    await clock.frame();
    expect(connection.sent('subscribe')).toHaveLength(1);
  });
});

describe('a stream that nobody wants any more', () => {
  it('is paused at once and closed after the grace period', async () => {
    const { room, clock, connection, consumer, media, stream, subscription, events } = await connected(['a']);
    const demand = room.subscribeDemand(video('a'));
    await clock.frame();
    const { id } = consumer('a') ?? {};
    demand.release();
    await clock.frame();
    expect(consumer('a')?.paused).toBe(true);
    await clock.advance(GRACE - 1);
    expect(connection.sent('unsubscribe')).toEqual([]);
    await clock.advance(1);
    expect(connection.sent('unsubscribe')).toEqual([{ consumerIds: [id] }]);
    expect(media.open.consumers).toBe(0);
    expect(stream('a')?.videoTrack).toBeUndefined();
    expect(subscription('a')).toBeUndefined();
    expect(events.at(-1)).toEqual(['subscription_ended', 'a', 'self']);
    const { timers } = clock;
    await clock.advance(10 * GRACE);
    expect(clock.timers.length).toBeLessThanOrEqual(timers.length);
  });

  it('that is wanted again within the grace period goes on', async () => {
    const { room, clock, connection, consumer } = await connected(['a']);
    room.subscribeDemand(video('a')).release();
    const demand = room.subscribeDemand(video('a'));
    await clock.frame();
    demand.release();
    await clock.advance(GRACE - 1);
    room.subscribeDemand(video('a'));
    await clock.advance(GRACE);
    expect(consumer('a')?.paused).toBe(false);
    expect(connection.sent('subscribe')).toHaveLength(1);
    expect(connection.sent('unsubscribe')).toEqual([]);
  });

  it('counts the grace period from its own release, not from another’s', async () => {
    const { room, clock, consumer } = await connected(['a', 'b']);
    const first = room.subscribeDemand(video('a'));
    const second = room.subscribeDemand(video('b'));
    await clock.frame();
    first.release();
    await clock.advance(GRACE / 2);
    second.release();
    await clock.advance(GRACE / 2);
    expect([consumer('a') === undefined, consumer('b') === undefined]).toEqual([true, false]);
    await clock.advance(GRACE / 2);
    expect(consumer('b')).toBeUndefined();
  });
});

describe('what comes unasked', () => {
  const unasked = { initialDemand: { audio: 2, video: 2 } };

  it('flows at once, without a request for it', async () => {
    const { connection, consumer, stream, subscription } = await connected(['a', 'b', 'c'], unasked);
    expect(connection.sent('subscribe')).toEqual([]);
    expect([consumer('a')?.paused, consumer('b', 'audio')?.paused, consumer('c')]).toEqual([false, false, undefined]);
    expect(stream('a')?.videoTrack).toBeDefined();
    expect(subscription('a')?.status).toBe('started');
  });

  it('is paused after its hold and closed after the grace period, unless it was asked for', async () => {
    const { room, clock, consumer, media } = await connected(['a', 'b'], unasked);
    await clock.advance(HOLD - 1);
    expect(consumer('a')?.paused).toBe(false);
    room.subscribeDemand(video('b'));
    await clock.advance(1);
    expect([consumer('a')?.paused, consumer('b')?.paused]).toEqual([true, false]);
    await clock.advance(GRACE);
    expect([consumer('a'), consumer('a', 'audio'), consumer('b', 'audio')]).toEqual([undefined, undefined, undefined]);
    expect(media.open.consumers).toBe(1);
  });

  it('comes later, too, for somebody who joins', async () => {
    const { clock, server, consumer, stream, media } = await connected([], unasked);
    server.room.enter({ id: 'a', streams: [{}] });
    await clock.frame();
    expect(consumer('a')?.paused).toBe(false);
    expect(stream('a')?.audioTrack).toBeDefined();
    expect(media.open.consumers).toBe(2);
  });

  it('waits with everything else for one timer, which the end takes away', async () => {
    const { room, clock, server, consumer } = await connected(['a'], unasked);
    /** Without those of the statistics, which are read each second while a video flows, and every 10 s in any case. */
    const timers = (nextSample: number) => {
      const all = clock.timers.filter((ms) => ms <= GRACE && ms > 1_000);
      all.splice(all.indexOf(nextSample), 1);
      return all;
    };
    await clock.advance(HOLD);
    expect(timers(10_000 - HOLD)).toEqual([GRACE]);
    server.room.enter({ id: 'b', streams: [{}] });
    await clock.frame();
    expect(consumer('b')?.paused).toBe(false);
    expect(timers(10_000 - HOLD)).toEqual([HOLD]);
    await clock.advance(HOLD);
    expect(timers(10_000)).toEqual([GRACE - HOLD]);
    await room.disconnect();
    expect(clock.waiting).toBe(0);
  });

  it('is taken over by a demand for it, with its layer', async () => {
    const { room, clock, connection, consumer } = await connected(['a'], unasked);
    room.subscribeDemand(video('a', { width: 100, height: 50 }));
    await clock.frame();
    expect(connection.sent('subscribe')).toEqual([]);
    expect(consumer('a')).toMatchObject({ paused: false, spatialLayer: 0 });
  });

  it('is closed here when its stream has gone while it was being made', async () => {
    const { server, clock, media, room } = await connected([], unasked);
    server.room.enter({ id: 'a', streams: [{}] });
    server.room.leave('a');
    await clock.frame();
    expect(media.consumers).toHaveLength(2);
    expect(media.open.consumers).toBe(0);
    expect(room.getState().subscriptions.size).toBe(0);
  });
});

describe('a stream that goes', () => {
  it('ends its subscription, and is subscribed to again when it comes back', async () => {
    const { room, clock, server, consumer, subscription, stream, media, events } = await connected(['a']);
    room.subscribeDemand(video('a'));
    await clock.frame();
    events.length = 0;
    server.room.unpublish('a');
    await clock.frame();
    expect(media.open.consumers).toBe(0);
    expect(events.slice(0, 2)).toEqual([
      ['subscription_ended', 'a', 'self'],
      ['stream_unpublished', 'a', 'self'],
    ]);
    events.length = 0;
    server.room.play('a');
    await clock.frame();
    expect(consumer('a')?.paused).toBe(false);
    expect(stream('a')?.videoTrack).toBeDefined();
    expect(subscription('a')?.status).toBe('started');
    expect(events).toContainEqual(['subscription_started', 'a', 'self']);
  });

  it('leaves no subscription of somebody who has left, whatever becomes of the demand', async () => {
    const { room, clock, server } = await connected(['a']);
    const demand = room.subscribeDemand(video('a'));
    await clock.frame();
    server.room.leave('a');
    demand.update({ visible: false });
    await clock.frame();
    expect(room.getState().subscriptions.size).toBe(0);
    demand.update({ visible: true });
    await clock.frame();
    expect(room.getState().subscriptions.size).toBe(0);
    demand.release();
    await clock.frame();
    expect(room.getState().subscriptions.size).toBe(0);
  });

  it('while it is asked for leaves nothing, and is asked for again when it comes back', async () => {
    const { room, clock, server, media, consumer } = await connected(['a']);
    const held = server.gates.hold('subscribe');
    room.subscribeDemand(video('a'));
    await clock.frame();
    await held.arrived;
    server.room.unpublish('a');
    held.release();
    await clock.frame();
    expect(media.open.consumers).toBe(0);
    server.room.play('a');
    await clock.frame();
    expect(consumer('a')?.paused).toBe(false);
  });

  it('and comes back while it is asked for is asked for once more', async () => {
    const { room, clock, server, consumer, stream } = await connected(['a']);
    const held = server.gates.hold('subscribe');
    room.subscribeDemand(video('a'));
    await clock.frame();
    await held.arrived;
    server.room.unpublish('a');
    await settled();
    held.refuse(new Error('too late'));
    server.room.play('a');
    await clock.frame();
    await clock.frame();
    expect(consumer('a')?.paused).toBe(false);
    expect(stream('a')?.videoTrack).toBeDefined();
  });

  it('has its consumers closed by the server alone, and gets new ones while it is wanted', async () => {
    const { room, clock, connection, consumer, server } = await connected(['a']);
    room.subscribeDemand(video('a'));
    await clock.frame();
    const { id = '' } = consumer('a') ?? {};
    server.room.participants.get('me')?.consumers.delete(id);
    connection.notify({ method: 'consumersClosed', data: { consumerIds: [id] } });
    await clock.frame();
    expect(connection.sent('subscribe')).toHaveLength(2);
    expect(consumer('a')?.paused).toBe(false);
  });
});

describe('a request that fails', () => {
  it('is made again by itself, each time a little later', async () => {
    const { room, clock, server, connection, consumer } = await connected(['a']);
    for (let time = 0; time < 3; time += 1) server.gates.refuse('subscribe', new Error('no'));
    const demand = room.subscribeDemand(video('a'));
    await clock.frame();
    // Another occasion is no reason to hurry.
    demand.update({ width: 100, height: 100 });
    await clock.advance(999);
    expect(connection.sent('subscribe')).toHaveLength(1);
    await clock.advance(1);
    expect(connection.sent('subscribe')).toHaveLength(2);
    await clock.advance(2_000);
    expect(connection.sent('subscribe')).toHaveLength(3);
    expect(consumer('a')).toBeUndefined();
    await clock.advance(4_000);
    expect(consumer('a')?.paused).toBe(false);
    await clock.advance(60_000);
    expect(connection.sent('subscribe')).toHaveLength(4);
  });

  it('to change consumers is made again with all that they should be', async () => {
    const { room, clock, server, consumer } = await connected(['a']);
    const demand = room.subscribeDemand(video('a', { width: 100, height: 50 }));
    await clock.frame();
    server.gates.refuse('updateConsumers', new Error('no'));
    demand.update({ width: 1280, height: 720 });
    await clock.frame();
    expect(consumer('a')?.spatialLayer).toBe(0);
    await clock.advance(1_000);
    expect(consumer('a')).toMatchObject({ paused: false, spatialLayer: 2 });
  });
});

describe('what a subscription says of itself', () => {
  it('is why nothing comes, and which layers do', async () => {
    const { room, clock, server, subscription, connection, consumer, events } = await connected(['a']);
    room.subscribeDemand(video('a'));
    await clock.frame();
    server.room.set('a', 'video', { enabled: false });
    await clock.frame();
    expect(subscription('a')?.reason).toBe('publisher-off');
    server.room.set('a', 'video', { enabled: true, censored: true });
    await clock.frame();
    expect(subscription('a')?.reason).toBe('censored');
    server.room.set('a', 'video', { censored: false });
    await clock.frame();
    expect(subscription('a')?.reason).toBeUndefined();
    const layers = { spatialLayer: 1, temporalLayer: 2 };
    connection.notify({ method: 'consumerLayersChanged', data: { consumerId: consumer('a')?.id ?? '', layers } });
    await settled();
    expect(subscription('a')?.currentLayers).toEqual(layers);
    expect(events.filter(([name]) => name === 'subscription_changed').map(([, , , reason]) => reason)).toEqual([
      'publisher-off',
      'censored',
      null,
    ]);
  });

  it('keeps its identity as long as nothing in it changes', async () => {
    const { room, clock, subscription } = await connected(['a', 'b']);
    const demand = room.subscribeDemand(video('a', { width: 1280, height: 720 }));
    room.subscribeDemand(video('b'));
    await clock.frame();
    const [a, b] = [subscription('a'), subscription('b')];
    demand.update({ width: 1270, height: 710 });
    await clock.frame();
    expect(subscription('a')).toBe(a);
    demand.release();
    await clock.frame();
    expect(subscription('a')).not.toBe(a);
    expect(subscription('b')).toBe(b);
  });
});
