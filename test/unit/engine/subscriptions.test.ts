import { describe, expect, it } from 'vitest';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

const BOTH = { audio: true, video: true };

async function connected() {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'a', streams: [{}] });
  const test = createTestRoom(server);
  await test.room.connect();
  const events = recordEvents(test.room);
  const me = server.room.participants.get('me');
  const subscription = () => test.room.getState().subscriptions.get('a')?.get('self');
  return { ...test, server, events, me, subscription, connection: server.connectionOf() };
}

describe('addSubscription', () => {
  it('receives a stream at its best', async () => {
    const { room, clock, me, events, subscription } = await connected();
    await room.addSubscription('a', 'self', BOTH);
    await clock.frame();
    expect(me?.consumerOf('a', 'video')).toMatchObject({ paused: false, spatialLayer: 2 });
    expect(me?.consumerOf('a', 'audio')).toMatchObject({ paused: false });
    expect(subscription()).toMatchObject({ status: 'started', audio: true, video: true });
    expect(events).toEqual([['subscription_started', 'a', 'self']]);
    expect(Object.keys(await room.getWebRTCStatsForStream('a', 'self')).sort()).toEqual(['audio', 'video']);
  });

  it('twice is an update of the first', async () => {
    const { room, clock, connection, subscription, events } = await connected();
    await room.addSubscription('a', 'self', BOTH);
    await clock.frame();
    await room.addSubscription('a', 'self', { audio: true, video: false });
    await clock.frame();
    expect(connection.sent('subscribe')).toHaveLength(1);
    expect(subscription()).toMatchObject({ audio: true, video: false });
    expect(events).toContainEqual(['subscription_reconfigured', 'a', 'self']);
  });

  it('refuses ourselves and those who are not here', async () => {
    const { room } = await connected();
    await room.addStream('self');
    expect(await rejectionCode(room.addSubscription('me', 'self', BOTH))).toBe('own-stream');
    expect(await rejectionCode(room.addSubscription('nobody', 'self', BOTH))).toBe('participant-not-found');
  });

  it('is met when the stream is published later', async () => {
    const { room, clock, server, me } = await connected();
    await room.addSubscription('a', 'presentation', BOTH);
    await clock.frame();
    expect(me?.consumers.size).toBe(0);
    server.room.play('a', { key: 'presentation' });
    await clock.frame();
    expect(me?.consumerOf('a', 'video', 'presentation')?.paused).toBe(false);
  });
});

describe('updateSubscription', () => {
  it('takes effect on the server: nothing is sent that nobody wants', async () => {
    const { room, clock, me, subscription, events } = await connected();
    await room.addSubscription('a', 'self', BOTH);
    await clock.frame();
    await room.updateSubscription('a', 'self', { audio: false, video: true });
    await clock.frame();
    expect(me?.consumerOf('a', 'audio')?.paused).toBe(true);
    expect(me?.consumerOf('a', 'video')?.paused).toBe(false);
    expect(subscription()).toMatchObject({ audio: false, video: true, status: 'started' });
    expect(events.at(-1)).toEqual(['subscription_reconfigured', 'a', 'self']);
    await clock.advance(15_000);
    expect(me?.consumerOf('a', 'audio')).toBeUndefined();
    await room.updateSubscription('a', 'self', BOTH);
    await clock.frame();
    expect(me?.consumerOf('a', 'audio')?.paused).toBe(false);
  });

  it('refuses what was not added', async () => {
    const { room } = await connected();
    expect(await rejectionCode(room.updateSubscription('a', 'self', BOTH))).toBe('stream-not-found');
  });

  it('with neither kind is there and says so, until it is removed', async () => {
    const { room, clock, subscription, events } = await connected();
    await room.addSubscription('a', 'self', BOTH);
    await clock.frame();
    await room.updateSubscription('a', 'self', { audio: false, video: false });
    await clock.frame();
    expect(subscription()).toMatchObject({ audio: false, video: false, status: 'paused', reason: 'unsubscribed' });
    expect(events).not.toContainEqual(['subscription_ended', 'a', 'self']);
    await room.updateSubscription('a', 'self', { audio: true, video: false });
    await clock.frame();
    expect(subscription()).toMatchObject({ audio: true, video: false, status: 'started' });
    await room.updateSubscription('a', 'self', { audio: false, video: false });
    await room.removeSubscription('a', 'self');
    await clock.frame();
    expect(subscription()).toBeUndefined();
    expect(events.at(-1)).toEqual(['subscription_ended', 'a', 'self']);
  });
});

describe('removeSubscription', () => {
  it('ends the subscription and stops the media at once; its consumers are kept warm for a while', async () => {
    const { room, clock, me, media, subscription, events } = await connected();
    await room.addSubscription('a', 'self', BOTH);
    await clock.frame();
    await room.removeSubscription('a', 'self');
    await clock.frame();
    expect([...(me?.consumers.values() ?? [])].map(({ paused }) => paused)).toEqual([true, true]);
    expect(subscription()).toBeUndefined();
    expect(events.at(-1)).toEqual(['subscription_ended', 'a', 'self']);
    expect(room.getParticipantStream('a', 'self')).toMatchObject({ isConfigured: false });
    expect(room.getParticipantStream('a', 'self')).not.toHaveProperty('videoTrack');
    expect(media.open.consumers).toBe(2);
    await clock.advance(15_000);
    expect(media.open.consumers).toBe(0);
    expect(events.filter(([name]) => name === 'subscription_ended')).toHaveLength(1);
  });

  it('twice, or of nothing, does no harm', async () => {
    const { room, clock } = await connected();
    await room.addSubscription('a', 'self', BOTH);
    await Promise.all([room.removeSubscription('a', 'self'), room.removeSubscription('a', 'self')]);
    await room.removeSubscription('nobody', 'self');
    await clock.frame();
    expect(room.getState().subscriptions.size).toBe(0);
  });

  it('leaves the demands of tiles alone', async () => {
    const { room, clock, me } = await connected();
    room.subscribeDemand({ participantId: 'a', key: 'self', kind: 'video', width: 100, height: 50 });
    await room.addSubscription('a', 'self', BOTH);
    await clock.frame();
    expect(me?.consumerOf('a', 'video')?.spatialLayer).toBe(2);
    await room.removeSubscription('a', 'self');
    await clock.advance(1_000);
    expect(me?.consumerOf('a', 'video')).toMatchObject({ paused: false, spatialLayer: 0 });
    expect(me?.consumerOf('a', 'audio')?.paused).toBe(true);
  });

  it('to a stream that never came ends when its participant leaves', async () => {
    const { room, clock, server } = await connected();
    server.room.enter({ id: 'silent' });
    await settled();
    await room.addSubscription('silent', 'self', BOTH);
    await clock.frame();
    expect(room.getState().subscriptions.get('silent')?.get('self')?.status).toBe('pending');
    server.room.leave('silent');
    await clock.frame();
    expect(room.getState().subscriptions.has('silent')).toBe(false);
  });

  it('of somebody who has left leaves nothing', async () => {
    const { room, clock, server } = await connected();
    await room.addSubscription('a', 'self', BOTH);
    server.room.leave('a');
    await clock.frame();
    await room.updateSubscription('a', 'self', { audio: true, video: false });
    await clock.frame();
    expect(room.getState().subscriptions.size).toBe(0);
    await room.removeSubscription('a', 'self');
    await settled();
    expect(room.getState().subscriptions.size).toBe(0);
  });
});
