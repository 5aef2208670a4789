import { describe, expect, it } from 'vitest';
import { Emitter } from '../../../src/engine/Emitter.ts';
import type { Participant, Stream, Subscription } from '../../../src/engine/index.ts';
import { initialDevice } from '../../../src/engine/initialState.ts';
import type { RoomEvents } from '../../../src/engine/RoomEvents.ts';
import { RoomState } from '../../../src/engine/RoomState.ts';
import { ALL_GRANTS } from '../../../src/testing/clientToken.ts';

const participant = (id: string): Participant => ({
  id,
  streams: {},
  canReceiveMessages: false,
  origin: 'remote',
  isSpeaking: false,
  connection: 'connected',
  joinedAt: new Date(0),
  grants: ALL_GRANTS,
});
const stream = (participantId: string): Stream => ({
  id: `${participantId}/self`,
  key: 'self',
  participantId,
  origin: 'remote',
  isAudioEnabled: true,
  isVideoEnabled: true,
  isAudioCensored: false,
  isVideoCensored: false,
  isConfigured: false,
});
const subscription = (participantId: string): Subscription => ({
  id: `${participantId}/self`,
  participantId,
  key: 'self',
  audio: true,
  video: true,
  status: 'pending',
});

function setUp() {
  const events = new Emitter<RoomEvents>();
  const state = new RoomState(events);
  const topics: string[][] = [];
  state.subscribe((_state, changed) => topics.push([...changed].sort()));
  return { events, state, topics };
}

describe('RoomState', () => {
  it('names what changed, and nothing else', () => {
    const { state, topics } = setUp();
    state.setParticipant(participant('a'));
    state.setStream(stream('a'));
    state.setSubscription(subscription('a'));
    state.setStream({ ...stream('a'), isAudioEnabled: false });
    state.setParticipant({ ...participant('a'), name: 'Ada', streams: { self: 'a/self' } });
    state.setActiveSpeaker('a');
    state.removeSubscription('a', 'self');
    state.removeStream(stream('a'));
    state.removeParticipant('a');
    expect(topics).toEqual([
      ['participant:a', 'participants'],
      ['participant:a', 'participants', 'stream:a/self', 'streams'],
      ['subscription:a/self', 'subscriptions'],
      ['stream:a/self'],
      ['participant:a'],
      ['active-speaker'],
      ['subscription:a/self', 'subscriptions'],
      ['participant:a', 'participants', 'stream:a/self', 'streams'],
      ['participant:a', 'participants'],
    ]);
  });

  it('makes one change of a batch, with the events after it', () => {
    const { state, topics, events } = setUp();
    state.setConnection({ status: 'connecting' });
    state.setConnection({ status: 'connected' });
    topics.length = 0;
    const told: string[] = [];
    events.on('state_changed', () => told.push('state_changed'));
    events.on('participant_joined', (id, { participants }) => told.push(`joined ${id} of ${participants.size}`));
    const before = state.get();
    state.batch(() => {
      state.setParticipant(participant('a'));
      state.emit('participant_joined', 'a');
      state.batch(() => state.setParticipant(participant('b')));
      expect(state.get().participants.size).toBe(2);
      expect(told).toEqual([]);
    });
    expect(told).toEqual(['state_changed', 'joined a of 2']);
    expect(topics).toEqual([['participant:a', 'participant:b', 'participants']]);
    expect(before.participants.size).toBe(0);
  });

  it('says nothing when nothing changes', () => {
    const { state, topics } = setUp();
    const before = state.get();
    state.removeParticipant('nobody');
    state.removeStream(stream('nobody'));
    state.removeSubscription('nobody', 'self');
    state.setActiveSpeaker(null);
    state.setLocalParticipantId('');
    state.batch(() => {});
    state.clear();
    expect(topics).toEqual([]);
    expect(state.get()).toBe(before);
  });

  it('tells nothing but the end before it is connected', () => {
    const { state, events } = setUp();
    const told: string[] = [];
    events.on('participant_joined', () => told.push('joined'));
    events.on('disconnected', (reason) => told.push(reason));
    state.emit('participant_joined', 'a');
    state.setConnection({ status: 'connecting' });
    state.emit('participant_joined', 'a');
    state.batch(() => {
      state.setConnection({ status: 'disconnected', reason: 'kicked' });
      state.emit('disconnected', 'kicked');
    });
    expect(told).toEqual(['kicked']);
  });

  it('clears all people, streams and subscriptions at once, and keeps the devices', () => {
    const { state, topics } = setUp();
    state.setDevice('camera', { ...initialDevice, status: 'starting' });
    state.batch(() => {
      for (const id of ['a', 'b']) {
        state.setParticipant(participant(id));
        state.setStream(stream(id));
        state.setSubscription(subscription(id));
      }
      state.setActiveSpeaker('a');
    });
    topics.length = 0;
    state.clear();
    const { participants, streams, subscriptions, activeSpeakerId, devices } = state.get();
    expect([participants.size, streams.size, subscriptions.size, activeSpeakerId]).toEqual([0, 0, 0, null]);
    expect(devices.camera.status).toBe('starting');
    expect(topics).toHaveLength(1);
    expect(topics[0]).toEqual(expect.arrayContaining(['participants', 'streams', 'subscriptions', 'active-speaker']));
  });
});
