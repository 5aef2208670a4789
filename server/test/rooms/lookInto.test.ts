import { afterEach, expect, it, vi } from 'vitest';
import { lookInto } from '../../src/rooms/lookInto.ts';
import { OperatorActions } from '../../src/rooms/OperatorActions.ts';
import { updateProducer } from '../../src/rooms/publishing.ts';
import { publish, TestRooms } from './support/TestRooms.ts';

afterEach(() => void vi.useRealTimers());

async function setUp() {
  const rooms = new TestRooms();
  const alice = await rooms.entered({ id: 'alice', name: 'Alice', context: '{"seat":1}' });
  const bob = await rooms.entered({ id: 'bob' });
  const { room } = alice;
  const sessionId = await room.session.begin();
  const look = (id = sessionId) => lookInto(room, id);
  const person = (id: string) => look()?.find((one) => one.id === id);
  return { rooms, room, alice, bob, sessionId, look, person };
}

it('tells who is there, and what each sends', async () => {
  const { alice, look } = await setUp();
  await publish(alice, 'self', ['audio', 'video']);
  await publish(alice, 'presentation', ['video']);
  expect(look()).toEqual([
    {
      id: 'alice',
      name: 'Alice',
      context: '{"seat":1}',
      joined_at: '1970-01-01T00:00:01.000Z',
      speaking: false,
      quality: 5,
      reconnecting: false,
      streams: [
        { key: 'self', audio: 'on', video: 'on' },
        { key: 'presentation', audio: null, video: 'on' },
      ],
    },
    {
      id: 'bob',
      name: null,
      context: null,
      joined_at: '1970-01-01T00:00:01.000Z',
      speaking: false,
      quality: null,
      reconnecting: false,
      streams: [],
    },
  ]);
});

it('tells what is off, and what a moderator keeps off', async () => {
  const { rooms, room, alice, person } = await setUp();
  const [audio, video] = await publish(alice, 'self', ['audio', 'video']);
  await updateProducer(room, alice.participant, { id: video?.id ?? '', paused: true });
  expect(person('alice')?.streams).toEqual([{ key: 'self', audio: 'on', video: 'off' }]);
  await new OperatorActions(rooms.rooms).mute(room.id, { participants: ['alice'] }, ['audio']);
  expect(person('alice')?.streams).toEqual([{ key: 'self', audio: 'censored', video: 'off' }]);
  expect(audio?.kind).toBe('audio');
});

it('tells who speaks, also in the pauses between words', async () => {
  const { room, alice, person } = await setUp();
  const [audio] = await publish(alice, 'self', ['audio']);
  vi.useFakeTimers({ toFake: ['performance'] });
  room.audience.audioVolumes([{ producerId: audio?.id ?? '', decibels: -20 }]);
  expect(person('alice')?.speaking).toBe(true);
  expect(person('bob')?.speaking).toBe(false);
  room.audience.audioVolumes([]);
  vi.advanceTimersByTime(999);
  expect(person('alice')?.speaking).toBe(true);
  vi.advanceTimersByTime(1);
  expect(person('alice')?.speaking).toBe(false);
});

it('tells who has lost its socket', async () => {
  const { room, bob, person } = await setUp();
  room.setReconnecting(bob.participant, true);
  expect(person('bob')?.reconnecting).toBe(true);
});

it('tells nothing of another session, nor of one that is over', async () => {
  const { room, look } = await setUp();
  expect(look('another')).toBeNull();
  expect(lookInto(undefined, 'another')).toBeNull();
  await room.end('session_terminated');
  expect(look()).toBeNull();
});
