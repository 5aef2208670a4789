import { describe, expect, it } from 'vitest';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';

async function connected() {
  const server = new FakeRoomServer();
  for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
  const test = createTestRoom(server);
  await test.room.connect();
  const events = recordEvents(test.room);
  const speaking = () =>
    [...test.room.getState().participants.values()].filter(({ isSpeaking }) => isSpeaking).map(({ id }) => id);
  return { ...test, server, events, speaking };
}

describe('who speaks', () => {
  it('is told with its beginning and its end', async () => {
    const { server, events, speaking, room } = await connected();
    server.room.speak('a');
    await settled();
    expect(speaking()).toEqual(['a']);
    server.room.speak('b', 'presentation');
    await settled();
    expect(speaking()).toEqual(['b']);
    server.room.speak(null);
    await settled();
    expect(speaking()).toEqual([]);
    expect(room.getState().activeSpeakerId).toBe('b');
    expect(events).toEqual([
      ['audio_activity', 'a', 'self'],
      ['speaker_changed', ['a']],
      ['audio_activity', 'a', null],
      ['audio_activity', 'b', 'presentation'],
      ['speaker_changed', ['b']],
      ['audio_activity', 'b', null],
      ['speaker_changed', []],
    ]);
  });

  it('is told once, however often the server says so', async () => {
    const { server, events } = await connected();
    server.room.speak(null);
    server.room.speak('a');
    server.room.speak('a');
    await settled();
    expect(events).toEqual([
      ['audio_activity', 'a', 'self'],
      ['speaker_changed', ['a']],
    ]);
  });

  it('is nobody when the speaker leaves', async () => {
    const { server, events, room } = await connected();
    server.room.speak('a');
    server.room.leave('a');
    server.room.speak(null);
    await settled();
    expect(room.getState().activeSpeakerId).toBeNull();
    expect(events.filter(([name]) => name === 'speaker_changed')).toEqual([
      ['speaker_changed', ['a']],
      ['speaker_changed', []],
    ]);
    expect(events.at(-1)).toEqual(['participant_left', 'a']);
  });

  it('goes on speaking when its details change', async () => {
    const { server, speaking, room } = await connected();
    server.room.speak('a');
    server.room.updateParticipant('a', { name: 'Ada' });
    await settled();
    expect(speaking()).toEqual(['a']);
    expect(room.getState().participants.get('a')).toMatchObject({ name: 'Ada', streams: { self: 'a/self' } });
  });
});

describe('levels', () => {
  it('reach the listeners of those who are heard, and fall to silence, without touching the state', async () => {
    const { server, room } = await connected();
    const heard: [string, number][] = [];
    room.subscribeAudioLevel('a', (level) => heard.push(['a', level]));
    const off = room.subscribeAudioLevel('b', (level) => heard.push(['b', level]));
    const before = room.getState();
    const levels = (...all: [string, number][]) =>
      server.room.tellAll({ method: 'audioLevels', data: { levels: all } });
    levels(['a', 0.5], ['b', 0.25], ['c', 1]);
    levels(['a', 0.75]);
    await settled();
    off();
    levels(['b', 1]);
    levels();
    levels();
    await settled();
    expect(heard).toEqual([
      ['a', 0.5],
      ['b', 0.25],
      ['a', 0.75],
      ['b', 0],
      ['a', 0],
    ]);
    expect(room.getState()).toBe(before);
  });

  it('are silent after the end', async () => {
    const { server, room } = await connected();
    const heard: number[] = [];
    room.subscribeAudioLevel('a', (level) => heard.push(level));
    server.room.tellAll({ method: 'audioLevels', data: { levels: [['a', 0.5]] } });
    await settled();
    await room.disconnect();
    expect(heard).toEqual([0.5, 0]);
  });
});
