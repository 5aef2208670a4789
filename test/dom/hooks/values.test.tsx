import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import {
  useActiveSpeaker,
  useCanPublish,
  useConnection,
  useIsLocalParticipant,
  useIsSpeaking,
  useLocalParticipant,
  useParticipant,
  useParticipantName,
  useParticipants,
  useRemoteStreams,
  useRoom,
  useRoomStore,
  useStream,
  useSubscription,
  useTiles,
} from '../../../src/hooks/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

function setUp() {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'a', name: 'Ada', streams: [{}] });
  const grants = { ...ALL_GRANTS, publish: ['audio' as const] };
  const test = createTestRoom(server, { tokenSource: async () => ({ token: clientToken({ grants, name: 'Me' }) }) });
  const wrapper = inRoom(test);
  /** Renders a hook, and gives what it returns now. */
  const read = <Value,>(hook: () => Value) => {
    const { result } = renderHook(hook, { wrapper });
    return () => result.current;
  };
  return { ...test, server, read };
}

/** Does something to the room, and lets React take it in. */
function during(change: () => unknown): Promise<void> {
  return act(async () => {
    await change();
    await settled();
  });
}

describe('before the connection', () => {
  it('hooks say that nobody is there yet', () => {
    const { read, room } = setUp();
    expect(read(useConnection)()).toEqual({ status: 'initialized' });
    expect(read(useParticipants)()).toEqual([]);
    expect(read(useTiles)()).toEqual([]);
    expect(read(useRemoteStreams)()).toEqual([]);
    expect(read(useLocalParticipant)()).toBeUndefined();
    expect(read(() => useParticipant('a'))()).toBeUndefined();
    expect(read(() => useStream('a'))()).toBeUndefined();
    expect(read(() => useSubscription('a'))()).toBeUndefined();
    expect(read(useActiveSpeaker)()).toBeNull();
    expect(read(() => useCanPublish('video'))()).toBe(true);
    expect(read(useRoom)()).toBe(room);
    expect(read(useRoomStore)().commands).toBe(room);
  });
});

describe('with the room', () => {
  it('useConnection follows it', async () => {
    const { read, room, server } = setUp();
    const connection = read(useConnection);
    await during(() => room.connect());
    expect(connection()).toEqual({ status: 'connected' });
    await during(() => room.disconnect());
    expect(connection()).toMatchObject({ status: 'disconnected', reason: 'user_initiated' });
    server.gates.refuse('join', new RoomError('room-full', 'full'));
    await during(() => room.connect().catch(() => {}));
    expect(connection()).toMatchObject({ reason: 'forbidden', error: { code: 'room-full' } });
  });

  it('lists of people, streams and tiles follow those who come and go', async () => {
    const { read, room, server } = setUp();
    const [participants, tiles, streams] = [read(useParticipants), read(useTiles), read(useRemoteStreams)];
    await during(() => room.connect());
    expect(participants()).toEqual(['me', 'a']);
    await during(() => server.room.enter({ id: 'b' }));
    expect(participants()).toEqual(['me', 'a', 'b']);
    expect(streams().map(({ id }) => id)).toEqual(['a/self']);
    await during(() => server.room.play('b', { key: 'presentation' }));
    expect(tiles().map(({ id }) => id)).toEqual(['b/presentation', 'me/self', 'a/self', 'b/self']);
    expect(streams().map(({ id }) => id)).toEqual(['a/self', 'b/presentation']);
    await during(() => server.room.leave('b'));
    expect(tiles().map(({ id }) => id)).toEqual(['me/self', 'a/self']);
  });

  it('a participant’s name, speech and details are read by its id', async () => {
    const { read, room, server } = setUp();
    const [participant, name, speaking] = [
      read(() => useParticipant('a')),
      read(() => useParticipantName('a')),
      read(() => useIsSpeaking('a')),
    ];
    const active = read(useActiveSpeaker);
    await during(() => room.connect());
    expect(participant()?.origin).toBe('remote');
    expect([name(), speaking(), active()]).toEqual(['Ada', false, null]);
    await during(() => server.room.speak('a'));
    expect([speaking(), active()]).toEqual([true, 'a']);
    await during(() => server.room.updateParticipant('a', { name: 'Countess' }));
    expect([name(), speaking()]).toEqual(['Countess', true]);
    await during(() => server.room.leave('a'));
    expect([participant(), name(), speaking()]).toEqual([undefined, undefined, false]);
  });

  it('we are known as ourselves, with what our token allows', async () => {
    const { read, room } = setUp();
    const [me, audio, video] = [
      read(useLocalParticipant),
      read(() => useCanPublish('audio')),
      read(() => useCanPublish('video')),
    ];
    const [isMe, isOther] = [read(() => useIsLocalParticipant('me')), read(() => useIsLocalParticipant('a'))];
    expect(isMe()).toBe(false);
    await during(() => room.connect());
    expect(me()).toMatchObject({ id: 'me', name: 'Me', origin: 'local' });
    expect([audio(), video()]).toEqual([true, false]);
    expect([isMe(), isOther()]).toEqual([true, false]);
  });

  it('streams and subscriptions are read by participant and key', async () => {
    const { read, room, server, clock } = setUp();
    const [stream, subscription] = [read(() => useStream('a')), read(() => useSubscription('a'))];
    await during(() => room.connect());
    await during(() => server.room.set('a', 'audio', { enabled: false }));
    expect(stream()).toMatchObject({ isAudioEnabled: false, isVideoEnabled: true });
    await during(() => room.addSubscription('a', 'self', { audio: false, video: true }));
    await during(() => clock.frame());
    expect(subscription()).toMatchObject({ status: 'started' });
    expect(stream()?.videoTrack?.kind).toBe('video');
  });

  it('streams may have any key', async () => {
    const { read, room, server } = setUp();
    const key = 'my second screen';
    const stream = read(() => useStream('a', key));
    await during(() => room.connect());
    await during(() => server.room.play('a', { key }));
    expect(stream()?.key).toBe(key);
    await during(() => server.room.set('a', 'video', { enabled: false }, key));
    expect(stream()?.isVideoEnabled).toBe(false);
  });

  it('a hook that gets another id reads the other one', async () => {
    const { room, server } = setUp();
    server.room.enter({ id: 'b', name: 'Bob' });
    const { result, rerender } = renderHook(({ id }) => useParticipantName(id), {
      wrapper: inRoom({ room }),
      initialProps: { id: 'a' },
    });
    await during(() => room.connect());
    expect(result.current).toBe('Ada');
    rerender({ id: 'b' });
    expect(result.current).toBe('Bob');
    await during(() => server.room.updateParticipant('b', { name: 'Robert' }));
    expect(result.current).toBe('Robert');
  });
});
