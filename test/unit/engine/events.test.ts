import { describe, expect, it } from 'vitest';
import type { State } from '../../../src/engine/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';

async function connected(server = new FakeRoomServer()) {
  const test = createTestRoom(server);
  await test.room.connect();
  const events = recordEvents(test.room);
  return { ...test, server, events };
}

describe('until connected', () => {
  it('nothing but state_changed is told, and who is there is in the state at connected', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'a', name: 'Ada', context: 'desk', streams: [{}, { key: 'presentation', audio: null }] });
    server.room.enter({ id: 'b' });
    server.room.speak('a');
    const { room } = createTestRoom(server);
    const events = recordEvents(room, { stateChanged: true });
    let atConnected: State | null = null;
    room.on('connected', (state) => {
      atConnected = state;
    });
    await room.connect();
    expect(events.map(([name]) => name)).toEqual(['state_changed', 'state_changed', 'connected']);
    const { participants, streams, localParticipantId, activeSpeakerId } = atConnected as unknown as State;
    expect([...participants.keys()].sort()).toEqual(['a', 'b', 'me']);
    expect(participants.get('a')).toMatchObject({ name: 'Ada', context: 'desk', origin: 'remote', isSpeaking: true });
    expect(participants.get('a')?.streams).toEqual({ self: 'a/self', presentation: 'a/presentation' });
    expect([...streams.keys()].sort()).toEqual(['a/presentation', 'a/self']);
    expect(participants.get('me')?.origin).toBe('local');
    expect([localParticipantId, activeSpeakerId]).toEqual(['me', 'a']);
  });
});

describe('other people', () => {
  it('are told as they come, publish, change, unpublish and go', async () => {
    const { server, events, room } = await connected();
    server.room.enter({ id: 'a', streams: [{}] });
    server.room.updateParticipant('a', { name: 'Ada' });
    server.room.play('a', { key: 'presentation' });
    server.room.set('a', 'audio', { enabled: false });
    server.room.set('a', 'audio', { enabled: true });
    server.room.set('a', 'video', { censored: true });
    server.room.set('a', 'video', { censored: false });
    server.room.unpublish('a', 'presentation');
    server.room.leave('a');
    await settled();
    expect(events).toEqual([
      ['participant_joined', 'a'],
      ['stream_published', 'a', 'self'],
      ['participant_updated', 'a'],
      ['stream_published', 'a', 'presentation'],
      ['track_disabled', 'a', 'self', 'audio'],
      ['track_enabled', 'a', 'self', 'audio'],
      ['track_censored', 'a', 'self', 'video'],
      ['track_uncensored', 'a', 'self', 'video'],
      ['stream_unpublished', 'a', 'presentation'],
      ['participant_leaving', 'a', null],
      ['stream_unpublished', 'a', 'self'],
      ['participant_left', 'a'],
    ]);
    expect([...room.getState().participants.keys()]).toEqual(['me']);
    expect(room.getState().streams.size).toBe(0);
  });

  it('leave in the order leaving, subscriptions, streams, left', async () => {
    const { server, events, room, clock } = await connected();
    server.room.enter({ id: 'a', streams: [{}, { key: 'presentation' }] });
    await settled();
    for (const key of ['self', 'presentation']) await room.addSubscription('a', key, { audio: true, video: true });
    await clock.frame();
    server.room.speak('a');
    await settled();
    events.length = 0;
    server.room.leave('a', 'kicked');
    await settled();
    const ofTheOrder = events.filter(([name]) => !/audio|speaker/.test(String(name)));
    expect(ofTheOrder).toEqual([
      ['participant_leaving', 'a', 'kicked'],
      ['subscription_ended', 'a', 'self'],
      ['subscription_ended', 'a', 'presentation'],
      ['stream_unpublished', 'a', 'self'],
      ['stream_unpublished', 'a', 'presentation'],
      ['participant_left', 'a'],
    ]);
    expect(room.getState().subscriptions.size).toBe(0);
    await clock.frame();
    expect(room.getState().subscriptions.size).toBe(0);
  });

  it('that the server tells of without having told that they came are left out', async () => {
    const { server, events, room } = await connected();
    const before = room.getState();
    const notify = server.connectionOf().notify.bind(server.connectionOf());
    const stream = { key: 'self', audio: null, video: null };
    notify({ method: 'streamPublished', data: { participantId: 'ghost', stream } });
    notify({ method: 'streamUpdated', data: { participantId: 'ghost', stream } });
    notify({ method: 'streamUnpublished', data: { participantId: 'ghost', key: 'self' } });
    notify({ method: 'participantLeft', data: { participantId: 'ghost', reason: 'left' } });
    notify({ method: 'consumersClosed', data: { consumerIds: ['ghost'] } });
    notify({ method: 'consumerLayersChanged', data: { consumerId: 'ghost', layers: null } });
    await settled();
    expect(events).toEqual([]);
    expect(room.getState()).toBe(before);
  });

  it('keep their streams when they are told to have joined a second time', async () => {
    const { server, room } = await connected();
    const a = server.room.enter({ id: 'a', streams: [{}] });
    server.connectionOf().notify({ method: 'participantJoined', data: { participant: a.info } });
    await settled();
    expect(Object.keys(room.getState().participants.get('a')?.streams ?? {})).toEqual(['self']);
    expect([...room.getParticipantStreams('a').keys()]).toEqual(['self']);
  });
});

describe('the state', () => {
  it('changes once for each message of the server', async () => {
    const { server, room } = await connected();
    let changes = 0;
    room.on('state_changed', () => {
      changes += 1;
    });
    server.room.enter({ id: 'a', streams: [{}, { key: 'presentation' }] });
    await settled();
    expect(changes).toBe(1);
    server.room.leave('a');
    await settled();
    expect(changes).toBe(2);
  });

  it('is the last argument of an event, and the one that getState gives', async () => {
    const { server, room } = await connected();
    const given: unknown[] = [];
    room.on('participant_joined', (id, state) => given.push(id, state === room.getState(), state.participants.has(id)));
    server.room.enter({ id: 'a' });
    await settled();
    expect(given).toEqual(['a', true, true]);
  });

  it('keeps the identity of what did not change', async () => {
    const { server, room } = await connected();
    for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
    await settled();
    const before = room.getState();
    server.room.set('a', 'audio', { enabled: false });
    await settled();
    const after = room.getState();
    expect(after).not.toBe(before);
    expect(after.streams.get('a/self')).not.toBe(before.streams.get('a/self'));
    expect(after.streams.get('b/self')).toBe(before.streams.get('b/self'));
    expect(after.participants).toBe(before.participants);
    expect(after.subscriptions).toBe(before.subscriptions);
    expect(after.devices).toBe(before.devices);
    expect(before.streams.get('a/self')?.isAudioEnabled).toBe(true);

    server.room.speak('b');
    await settled();
    expect(room.getState().participants.get('a')).toBe(after.participants.get('a'));
    expect(room.getState().participants.get('b')).not.toBe(after.participants.get('b'));
    expect(room.getState().streams).toBe(after.streams);
  });

  it('does not change when the server says again what is known', async () => {
    const { server, room, clock } = await connected();
    const metadata = { badge: { level: 3 }, tags: ['host'] };
    const a = server.room.enter({ id: 'a', name: 'Ada', metadata, streams: [{}] });
    await settled();
    await room.addSubscription('a', 'self', { audio: true, video: true });
    await clock.frame();
    const before = room.getState();
    server.room.updateParticipant('a', {});
    server.room.set('a', 'video', {});
    server.connectionOf().notify({ method: 'participantJoined', data: { participant: a.info } });
    await clock.frame();
    expect(room.getState()).toBe(before);
  });

  it('never goes back for a listener, although another one changes it meanwhile', async () => {
    const { server, room } = await connected();
    const seen: State[] = [];
    room.subscribeChanges((state) => {
      if (state.devices.camera.status === 'off') void room.devices.camera.enable();
    });
    room.subscribeChanges((state) => seen.push(state));
    server.room.enter({ id: 'a' });
    await settled();
    expect(seen.at(-1)).toBe(room.getState());
    expect(seen.map(({ devices }) => devices.camera.status)).toEqual(['off', 'starting', 'on', 'on']);
  });

  it('reaches all listeners although one of them throws', async () => {
    const { server, room, events } = await connected();
    const reported: unknown[] = [];
    const original = globalThis.reportError;
    globalThis.reportError = (error) => reported.push(error);
    try {
      const fault = () => {
        throw new Error('a fault of the application');
      };
      room.subscribeChanges(fault);
      room.on('participant_joined', fault);
      let told = 0;
      room.subscribeChanges(() => {
        told += 1;
      });
      server.room.enter({ id: 'a' });
      server.room.leave('a');
      await settled();
      expect(told).toBe(2);
      expect(events.map(([name]) => name)).toEqual(['participant_joined', 'participant_leaving', 'participant_left']);
      expect(reported).toHaveLength(3);
    } finally {
      globalThis.reportError = original;
    }
  });
});

describe('listeners', () => {
  it('hear until they are taken off, once or by off', async () => {
    const { server, room } = await connected();
    const heard: string[] = [];
    const off = room.on('participant_joined', (id) => heard.push(`on ${id}`));
    room.once('participant_joined', (id) => heard.push(`once ${id}`));
    const listener = (id: string) => heard.push(`off ${id}`);
    room.on('participant_joined', listener);
    server.room.enter({ id: 'a' });
    await settled();
    off();
    off();
    room.off('participant_joined', listener);
    server.room.enter({ id: 'b' });
    await settled();
    expect(heard).toEqual(['on a', 'once a', 'off a']);
  });
});
