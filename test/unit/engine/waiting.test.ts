import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

/** A room that has to be let in, and asks. */
async function waiting(options: Parameters<typeof createTestRoom>[1] = {}) {
  const server = new FakeRoomServer();
  server.room.waitingRoom.closed = true;
  const test = createTestRoom(server, { clientToken: clientToken({ name: 'Ada' }), ...options });
  const events = recordEvents(test.room);
  const connecting = test.room.connect();
  connecting.catch(() => {});
  await settled();
  return { ...test, server, events, connecting, connection: () => test.room.getState().connection };
}

describe('somebody who has to be let in', () => {
  it('waits, as the state says, and is told to moderators; let in, it is in the room', async () => {
    const { server, connecting, connection, events } = await waiting({ context: 'desk' });
    expect(connection()).toEqual({ status: 'connecting', waiting: true });
    expect(server.room.waitingRoom.waiting).toEqual([
      { id: 'me', name: 'Ada', context: 'desk', since: expect.any(Number) },
    ]);
    expect(server.room.participants.size).toBe(0);
    server.room.waitingRoom.admit(['me']);
    await connecting;
    expect(connection()).toEqual({ status: 'connected' });
    expect(server.room.participants.has('me')).toBe(true);
    expect(events).toEqual([['connected']]);
  });

  it('waits longer than a join may take', async () => {
    const { server, clock, connecting, connection } = await waiting();
    await clock.advance(10 * 60_000);
    expect(connection()).toEqual({ status: 'connecting', waiting: true });
    server.room.waitingRoom.admit('all');
    await connecting;
    expect(connection().status).toBe('connected');
  });

  it('is turned away', async () => {
    const { server, connecting, connection, media } = await waiting();
    server.room.waitingRoom.turnAway(['me']);
    expect(await rejectionCode(connecting)).toBe('turned-away');
    expect(connection()).toMatchObject({ status: 'disconnected', reason: 'forbidden', error: { code: 'turned-away' } });
    expect(media.open).toEqual({ transports: 0, producers: 0, consumers: 0 });
  });

  it('goes before anybody has decided', async () => {
    const { room, server, connecting, connection } = await waiting();
    await room.disconnect();
    expect(await rejectionCode(connecting)).toBe('aborted');
    expect(connection()).toEqual({ status: 'disconnected', reason: 'user_initiated', error: expect.anything() });
    expect(server.room.waitingRoom.waiting).toEqual([]);
  });

  it('tries again what fails for a moment, and gives up what never will work', async () => {
    const server = new FakeRoomServer();
    server.room.waitingRoom.closed = true;
    const { room, clock } = createTestRoom(server);
    server.gates.refuse('wait', new RoomError('unreachable', 'The cable was pulled.'));
    const connecting = room.connect();
    await settled();
    expect(server.room.waitingRoom.waiting).toEqual([]);
    await clock.advance(500);
    expect(server.room.waitingRoom.waiting).toHaveLength(1);
    server.room.waitingRoom.admit('all');
    await connecting;

    const other = createTestRoom(server, { clientToken: clientToken({ participantId: 'other' }) });
    server.gates.refuse('wait', new RoomError('room-not-found', 'Deleted.'));
    expect(await rejectionCode(other.room.connect())).toBe('room-not-found');
  });

  it('brings a fresh token when the one in force runs out', async () => {
    const server = new FakeRoomServer();
    server.room.waitingRoom.closed = true;
    let asked = 0;
    const { room } = createTestRoom(server, {
      tokenSource: async () => {
        asked += 1;
        return { token: clientToken() };
      },
    });
    server.gates.refuse('wait', new RoomError('token-expired', 'Over.'));
    const connecting = room.connect();
    await settled();
    expect(asked).toBe(2);
    server.room.waitingRoom.admit('all');
    await connecting;
  });

  it('is refused by signalling that cannot wait', async () => {
    const server = new FakeRoomServer();
    server.room.waitingRoom.closed = true;
    const { room } = createTestRoom(server, {
      signalling: {
        capabilities: (...args) => server.capabilities(...args),
        join: (...args) => server.join(...args),
      },
    });
    expect(await rejectionCode(room.connect())).toBe('not-admitted');
    expect(room.getState().connection).toMatchObject({ reason: 'forbidden' });
  });
});

describe('a moderator', () => {
  async function moderating(moderate = true) {
    const server = new FakeRoomServer();
    const { waitingRoom } = server.room;
    const decided: [string, boolean][] = [];
    const knock = (id: string) =>
      waitingRoom.add({ id, name: id.toUpperCase(), since: 1_000 }, (admitted) => decided.push([id, admitted]));
    knock('a');
    const test = createTestRoom(server, { clientToken: clientToken({ grants: { ...ALL_GRANTS, moderate } }) });
    const events = recordEvents(test.room);
    await test.room.connect();
    await settled();
    return { ...test, server, knock, decided, events, ids: () => test.room.getState().waiting.map(({ id }) => id) };
  }

  it('is told of those who wait already, who come and who go', async () => {
    const { room, knock, ids, events } = await moderating();
    const [first] = room.getState().waiting;
    expect(first).toEqual({ id: 'a', name: 'A', waitingSince: new Date(1_000) });
    knock('b');
    await settled();
    expect(ids()).toEqual(['a', 'b']);
    expect(room.getState().waiting[0]).toBe(first);
    expect(events.filter(([name]) => name === 'waiting_changed').map(([, list]) => (list as []).length)).toEqual([
      1, 2,
    ]);
  });

  it('lets one in, turns one away, and lets in all the others', async () => {
    const { room, knock, decided, ids } = await moderating();
    for (const id of ['b', 'c', 'd']) knock(id);
    await room.moderation.admit('b');
    await room.moderation.turnAway(['c']);
    await room.moderation.admit('all');
    await settled();
    expect(decided).toEqual([
      ['b', true],
      ['c', false],
      ['a', true],
      ['d', true],
    ]);
    expect(ids()).toEqual([]);
  });

  it('is told of nobody any more when the grant is taken, and without it can decide nothing', async () => {
    const { room, server, ids } = await moderating();
    server.room.setGrants('me', { moderate: false });
    await settled();
    expect(ids()).toEqual([]);
    expect(await rejectionCode(room.moderation.admit('a'))).toBe('not-allowed');
    const { room: other, ids: others } = await moderating(false);
    expect(others()).toEqual([]);
    expect(await rejectionCode(other.moderation.turnAway('a'))).toBe('not-allowed');
  });

  it('knows nobody who waits once it has left', async () => {
    const { room, ids } = await moderating();
    await room.disconnect();
    expect(ids()).toEqual([]);
  });
});
