import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';

function setUp() {
  const server = new FakeRoomServer();
  const test = createTestRoom(server);
  return { ...test, server, events: recordEvents(test.room) };
}

describe('hold', () => {
  it('connects with the first, disconnects a moment after the last', async () => {
    const { room, clock, server, events } = setUp();
    const releases = [room.hold(), room.hold()];
    await settled();
    expect(server.joins).toHaveLength(1);
    for (const release of releases) release();
    expect(room.getState().status).toBe('connected');
    await clock.advance(0);
    expect(events).toEqual([['connected'], ['disconnected', 'user_initiated']]);
    expect(clock.waiting).toBe(0);
  });

  it('stays connected through mount, unmount and mount', async () => {
    const { room, clock, server, events } = setUp();
    room.hold()();
    const release = room.hold();
    await clock.advance(0);
    await settled();
    expect(events).toEqual([['connected']]);
    expect(server.joins).toHaveLength(1);
    release();
    room.hold();
    await clock.advance(0);
    expect(room.getState().status).toBe('connected');
    expect(server.joins).toHaveLength(1);
  });

  it('released twice counts once', async () => {
    const { room, clock } = setUp();
    const release = room.hold();
    room.hold();
    release();
    release();
    await clock.advance(0);
    expect(room.getState().status).toBe('connected');
  });

  it('calls the connection off when it is released while connecting', async () => {
    const { room, clock, server } = setUp();
    const held = server.gates.hold('join');
    const release = room.hold();
    await held.arrived;
    release();
    await clock.advance(0);
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'user_initiated' });
    expect(server.room.participants.size).toBe(0);
  });

  it('connects again after it was released', async () => {
    const { room, clock, server } = setUp();
    room.hold()();
    await clock.advance(0);
    room.hold();
    await settled();
    expect(room.getState().status).toBe('connected');
    expect(server.room.participants.size).toBe(1);
  });

  it('tells why it could not connect in the state, and throws nothing', async () => {
    const { room, clock, server } = setUp();
    server.gates.refuse('join', new RoomError('room-full', 'full'));
    const release = room.hold();
    await settled();
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', error: { code: 'room-full' } });
    release();
    await clock.advance(0);
    room.hold();
    await settled();
    expect(room.getState().status).toBe('connected');
  });

  it('does not bring back a room that was left on purpose', async () => {
    const { room, clock, server } = setUp();
    const release = room.hold();
    await settled();
    await room.disconnect();
    release();
    await clock.advance(0);
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'user_initiated' });
    expect(server.joins).toHaveLength(1);
  });
});
