import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../src/engine/Topic.ts';
import { createRoomStore } from '../../../src/store/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

async function connected() {
  const server = new FakeRoomServer();
  for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
  const { room } = createTestRoom(server);
  const store = createRoomStore(room);
  await room.connect();
  const told: Topic[] = [];
  const topics: Topic[] = [
    'connection',
    'participants',
    'streams',
    'participant:a',
    'participant:b',
    'stream:a/self',
    'stream:b/self',
    'active-speaker',
    'devices',
  ];
  for (const topic of topics) store.subscribeTo(topic, () => told.push(topic));
  return { server, room, store, told };
}

describe('createRoomStore', () => {
  it('gives the same store for the same room, and another for another', () => {
    const { room } = createTestRoom(new FakeRoomServer());
    expect(createRoomStore(room)).toBe(createRoomStore(room));
    expect(createRoomStore(createTestRoom(new FakeRoomServer()).room)).not.toBe(createRoomStore(room));
    expect(createRoomStore(room).commands).toBe(room);
  });

  it('has the room’s state, and remembers the first one it had', async () => {
    const { room, store } = await connected();
    expect(store.getState()).toBe(room.getState());
    expect(store.getInitialState().status).toBe('initialized');
  });

  it('tells listeners of a topic of that topic only', async () => {
    const { server, told } = await connected();
    server.room.set('a', 'audio', { enabled: false });
    await settled();
    expect(told).toEqual(['stream:a/self']);
    told.length = 0;
    server.room.speak('b');
    await settled();
    expect(told.sort()).toEqual(['active-speaker', 'participant:b']);
    told.length = 0;
    server.room.leave('b');
    await settled();
    expect(told.sort()).toEqual(['active-speaker', 'participant:b', 'participants', 'stream:b/self', 'streams']);
  });

  it('has the new state when it tells of it, and tells nobody who has left', async () => {
    const { server, store } = await connected();
    const seen: (boolean | undefined)[] = [];
    const undo = store.subscribeTo('stream:a/self', () =>
      seen.push(store.getState().streams.get('a/self')?.isAudioEnabled),
    );
    server.room.set('a', 'audio', { enabled: false });
    await settled();
    undo();
    undo();
    server.room.set('a', 'audio', { enabled: true });
    await settled();
    expect(seen).toEqual([false]);
  });

  it('tells whoever subscribes to everything of every change', async () => {
    const { server, store } = await connected();
    let changes = 0;
    store.subscribe(() => {
      changes += 1;
    });
    server.room.set('a', 'audio', { enabled: false });
    server.room.speak('b');
    await settled();
    expect(changes).toBe(2);
  });
});
