import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { clientToken, OTHER_ROOM_ID } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

const LIFETIME = 600_000;

/** A room whose token source counts how often it is asked, and can be told to fail. */
async function connected() {
  const server = new FakeRoomServer();
  const source = { asked: 0, fails: false };
  const test = createTestRoom(server, {
    tokenSource: async () => {
      source.asked += 1;
      if (source.fails) throw new Error('the backend is down');
      return { token: clientToken({ lifetimeInMs: LIFETIME }) };
    },
  });
  await test.room.connect();
  const events = recordEvents(test.room);
  const renewals = () => server.connectionOf().sent('refreshToken').length;
  return { ...test, server, source, events, renewals };
}

/** Timers beside that of the statistics, which is always there. */
const renewals = (clock: { timers: number[] }) => clock.timers.filter((ms) => ms !== 10_000);

describe('a token that runs out', () => {
  it('is renewed after 80 % of its lifetime, again and again', async () => {
    const { clock, events, renewals, source } = await connected();
    // The server reads its own clock while the join is made: a few milliseconds pass in it.
    await clock.advance(LIFETIME * 0.76);
    expect(renewals()).toBe(0);
    await clock.advance(LIFETIME * 0.05);
    expect(renewals()).toBe(1);
    expect(events).toEqual([['token_refreshed']]);
    await clock.advance(LIFETIME * 0.8);
    await clock.advance(LIFETIME * 0.8);
    expect(renewals()).toBe(3);
    expect(source.asked).toBe(4);
  });

  it('is tried again after half of what is left when nobody gives a new one, and goes on when somebody does', async () => {
    const { room, clock, source, events, renewals } = await connected();
    source.fails = true;
    await clock.advance(LIFETIME * 0.81);
    expect(source.asked).toBe(2);
    await clock.advance(LIFETIME * 0.1);
    expect(source.asked).toBe(3);
    source.fails = false;
    await clock.advance(LIFETIME * 0.06);
    expect(events.map(([name]) => name)).toEqual(['token_refresh_failed', 'token_refresh_failed', 'token_refreshed']);
    expect(events[0]?.[1]).toMatchObject({ code: 'unreachable' });
    expect(renewals()).toBe(1);
    expect(room.getState().status).toBe('connected');
    await clock.advance(LIFETIME * 0.5);
    expect(source.asked).toBe(4);
  });

  it('is asked for a limited number of times, and ends the connection by the server’s word', async () => {
    const { room, clock, source, server, events } = await connected();
    source.fails = true;
    await clock.advance(2 * LIFETIME);
    expect(source.asked).toBeLessThan(30);
    expect(renewals(clock)).toEqual([]);
    expect(room.getState().status).toBe('connected');
    server.disconnect('me', 'unauthorized');
    await settled();
    expect(events.at(-1)).toEqual(['disconnected', 'unauthorized']);
    expect(events.filter(([name]) => name === 'disconnected')).toHaveLength(1);
  });

  it('that ran out in spite of all is replaced, and the connection made anew, once in a while', async () => {
    const { room, source, server, events } = await connected();
    server.disconnect('me', 'unauthorized');
    await settled();
    await settled();
    expect(source.asked).toBe(2);
    expect(events.map(([name]) => name)).toEqual(['reconnecting', 'reconnected']);
    server.disconnect('me', 'unauthorized');
    await settled();
    expect(source.asked).toBe(2);
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'unauthorized' });
  });

  it('is left alone when nobody can renew it', async () => {
    const server = new FakeRoomServer();
    const { room, clock } = createTestRoom(server, { clientToken: clientToken() });
    await room.connect();
    expect(renewals(clock)).toEqual([]);
  });

  it('of months does not overflow the timer: the clock is looked at each minute', async () => {
    const server = new FakeRoomServer();
    const year = 365 * 24 * 3_600_000;
    const tokenSource = async () => ({ token: clientToken({ lifetimeInMs: year }) });
    const { room, clock } = createTestRoom(server, { tokenSource });
    await room.connect();
    expect(renewals(clock)).toEqual([60_000]);
  });

  it('is not asked for any more after the room is disconnected, even while an answer is on its way', async () => {
    const { room, clock, server, source, events } = await connected();
    const held = server.gates.hold('refreshToken');
    await clock.advance(LIFETIME * 0.81);
    await held.arrived;
    await room.disconnect();
    held.release();
    await clock.advance(10 * LIFETIME);
    expect(source.asked).toBe(2);
    expect(events).toEqual([['disconnected', 'user_initiated']]);
    expect(clock.waiting).toBe(0);
  });
});

describe('a new connection', () => {
  it('uses the token in force as long as it is good, and asks for another when it is not', async () => {
    const server = new FakeRoomServer();
    let asked = 0;
    let lifetimeInMs = 3_600_000;
    const tokenSource = async () => {
      asked += 1;
      return { token: clientToken({ lifetimeInMs }) };
    };
    const { room } = createTestRoom(server, { tokenSource });
    await Promise.all([room.prepare(), room.prepare(), room.connect()]);
    expect(asked).toBe(1);
    await room.disconnect();
    lifetimeInMs = 1000;
    await room.updateClientToken(clientToken({ lifetimeInMs }));
    await room.connect();
    expect(asked).toBe(2);
  });
});

describe('updateClientToken', () => {
  it('tells the server, and counts the lifetime from the new token', async () => {
    const { room, clock, renewals, source } = await connected();
    await clock.advance(LIFETIME * 0.7);
    await room.updateClientToken(clientToken({ lifetimeInMs: LIFETIME }));
    expect(renewals()).toBe(1);
    await clock.advance(LIFETIME * 0.7);
    expect(source.asked).toBe(1);
    await clock.advance(LIFETIME * 0.11);
    expect(source.asked).toBe(2);
  });

  it('refuses what is no token, and one of another room, and keeps the one in force', async () => {
    const { room, renewals, server } = await connected();
    expect(await rejectionCode(room.updateClientToken('garbage'))).toBe('token-invalid');
    expect(await rejectionCode(room.updateClientToken(clientToken({ roomId: OTHER_ROOM_ID })))).toBe(
      'token-wrong-room',
    );
    expect(renewals()).toBe(0);
    await room.disconnect();
    await room.connect();
    expect(server.room.participants.has('me')).toBe(true);
  });

  it('rejects with what the server says', async () => {
    const { room, server } = await connected();
    server.gates.refuse('refreshToken', new RoomError('token-expired', 'too old'));
    expect(await rejectionCode(room.updateClientToken(clientToken()))).toBe('token-expired');
    expect(room.getState().status).toBe('connected');
  });

  it('while the connection is being made anew is the token to make it with', async () => {
    const server = new FakeRoomServer();
    const { room, clock } = createTestRoom(server, { clientToken: clientToken() });
    await room.connect();
    server.gates.refuse('join', new RoomError('unreachable', 'no network'));
    server.lose();
    await settled();
    const token = clientToken();
    await room.updateClientToken(token);
    await clock.advance(1_000);
    expect(room.getState().status).toBe('connected');
    expect(server.joins.at(-1)?.token).toBe(token);
  });

  it('while the connection is being mended is in force at once, and told when it is mended or made anew', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server, { clientToken: clientToken() });
    await room.connect();
    const connection = server.connectionOf('me');
    connection.interrupt('the socket', 1);
    await settled();
    const held = server.gates.hold('refreshToken');
    const token = clientToken();
    const updated = room.updateClientToken(token);
    await held.arrived;
    server.lose();
    await updated;
    await settled();
    expect(room.getState().status).toBe('connected');
    expect(server.joins.at(-1)?.token).toBe(token);
  });

  it('before the connection is the token to connect with', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const token = clientToken();
    await room.updateClientToken(token);
    await room.connect();
    expect(server.joins[0]?.token).toBe(token);
  });
});
