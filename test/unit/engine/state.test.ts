import { describe, expect, it } from 'vitest';
import type { State } from '../../../src/engine/index.ts';
import { sameValue } from '../../../src/engine/sameValue.ts';
import { audioTrack, videoTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';

function setUp() {
  const server = new FakeRoomServer();
  const test = createTestRoom(server);
  const { room } = test;
  /** How often the state changed while a command was carried out. */
  const changesDuring = async (command: () => Promise<unknown>) => {
    let changes = 0;
    const undo = room.on('state_changed', () => {
      changes += 1;
    });
    await command();
    await settled();
    undo();
    return changes;
  };
  return { ...test, server, changesDuring };
}

describe('a command changes the state once', () => {
  it('each of those about our streams, and twice to connect: that it begins, and that it is done', async () => {
    const { room, changesDuring } = setUp();
    const [audio, video] = [audioTrack(), videoTrack()];
    expect(await changesDuring(() => room.connect())).toBe(2);
    expect(await changesDuring(() => room.addStream('self', { audio }))).toBe(1);
    expect(await changesDuring(() => room.updateStream('self', { audio, video }))).toBe(1);
    expect(await changesDuring(() => room.updateStream('self', {}))).toBe(1);
    expect(await changesDuring(() => room.removeStream('self'))).toBe(1);
    expect(await changesDuring(() => room.disconnect())).toBe(1);
    expect(await changesDuring(() => room.disconnect())).toBe(0);
  });

  it('and ends with everybody, every stream and every subscription gone in one', async () => {
    const { room, server, clock, changesDuring } = setUp();
    for (const id of ['a', 'b', 'c']) server.room.enter({ id, streams: [{}, { key: 'presentation' }] });
    await room.connect();
    for (const id of ['a', 'b', 'c']) await room.addSubscription(id, 'self', { audio: true, video: true });
    await clock.settle();
    await room.addStream('self', { audio: audioTrack() });
    expect(await changesDuring(() => room.disconnect())).toBe(1);
    expect(room.getState().participants.size).toBe(0);
  });
});

describe('a snapshot', () => {
  it('never changes afterwards, whatever happens', async () => {
    const { room, server, clock } = setUp();
    const kept: { state: State; copy: unknown }[] = [];
    const plain = (state: State) => ({
      ...state,
      participants: [...state.participants].map(([id, participant]) => [
        id,
        { ...participant, streams: { ...participant.streams } },
      ]),
      streams: [...state.streams].map(([id, stream]) => [id, { ...stream }]),
      subscriptions: [...state.subscriptions].map(([id, all]) => [id, [...all].map(([key, one]) => [key, { ...one }])]),
    });
    room.subscribeChanges((state) => kept.push({ state, copy: plain(state) }));
    server.room.enter({ id: 'a', streams: [{}] });
    await room.connect();
    await room.addSubscription('a', 'self', { audio: true, video: true });
    await clock.settle();
    server.room.play('a', { key: 'presentation' });
    server.room.set('a', 'audio', { enabled: false });
    server.room.speak('a');
    await room.addStream('self', { audio: audioTrack() });
    await room.updateStream('self', {});
    await room.updateSubscription('a', 'self', { audio: false, video: true });
    await clock.settle();
    server.room.leave('a');
    await settled();
    await room.disconnect();
    expect(kept.length).toBeGreaterThan(8);
    for (const { state, copy } of kept) expect(sameValue(plain(state), copy)).toBe(true);
  });

  it('says of each participant, stream and subscription what the server knows', async () => {
    const { room, server, clock } = setUp();
    server.room.enter({
      id: 'phone',
      origin: 'telephony_engine',
      name: 'Ada',
      context: 'a phone',
      metadata: { number: '…42' },
      canReceiveMessages: false,
      joinedAt: 1_700_000_000_000,
      streams: [{ video: null, audio: { censored: true } }],
    });
    await room.connect();
    await room.addSubscription('phone', 'self', { audio: true, video: false });
    await clock.settle();
    const { participants, streams, subscriptions, localParticipantId } = room.getState();
    expect(localParticipantId).toBe('me');
    expect(participants.get('me')).toMatchObject({ id: 'me', origin: 'local', connection: 'connected', streams: {} });
    expect(participants.get('phone')).toMatchObject({
      id: 'phone',
      origin: 'telephony_engine',
      name: 'Ada',
      context: 'a phone',
      metadata: { number: '…42' },
      canReceiveMessages: false,
      isSpeaking: false,
      connection: 'connected',
      joinedAt: new Date(1_700_000_000_000),
      streams: { self: 'phone/self' },
      grants: { subscribe: true },
    });
    expect(participants.get('phone')).not.toHaveProperty('audioLevel');
    expect(streams.get('phone/self')).toMatchObject({
      id: 'phone/self',
      key: 'self',
      participantId: 'phone',
      origin: 'telephony_engine',
      isAudioEnabled: true,
      isVideoEnabled: false,
      isAudioCensored: true,
      isVideoCensored: false,
    });
    expect(subscriptions.get('phone')?.get('self')).toMatchObject({
      id: 'phone/self',
      participantId: 'phone',
      key: 'self',
      audio: true,
      video: false,
      reason: 'censored',
    });
  });
});

it('a subscription is told as it starts, changes what it receives and ends', async () => {
  const { room, server, clock } = setUp();
  server.room.enter({ id: 'a', streams: [{}] });
  await room.connect();
  const events = recordEvents(room);
  await room.addSubscription('a', 'self', { audio: true, video: true });
  await clock.settle();
  await room.updateSubscription('a', 'self', { audio: true, video: false });
  await clock.settle();
  await room.removeSubscription('a', 'self');
  await clock.settle();
  const told = events.filter(([name]) => /^subscription_(started|reconfigured|ended)$/.test(String(name)));
  expect(told).toEqual([
    ['subscription_started', 'a', 'self'],
    ['subscription_reconfigured', 'a', 'self'],
    ['subscription_ended', 'a', 'self'],
  ]);
});
