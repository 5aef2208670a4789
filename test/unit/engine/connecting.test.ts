import { describe, expect, it } from 'vitest';
import { RoomError, type RoomErrorCode } from '../../../src/engine/index.ts';
import { lazily } from '../../../src/errors/index.ts';
import { clientToken, OTHER_ROOM_ID } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

describe('a connection that cannot be made', () => {
  it.each<[RoomErrorCode, string]>([
    ['token-invalid', 'unauthorized'],
    ['token-wrong-room', 'unauthorized'],
    ['room-not-found', 'room_expired'],
    ['room-full', 'forbidden'],
    ['not-allowed', 'forbidden'],
    ['kicked', 'kicked'],
    ['unreachable', 'network_error'],
    ['server-stopping', 'network_error'],
    ['timed-out', 'timed_out'],
    ['protocol-mismatch', 'unknown'],
  ])('rejects with %s and ends as %s, told once', async (code, reason) => {
    const server = new FakeRoomServer();
    const { room, clock, media } = createTestRoom(server);
    const events = recordEvents(room);
    server.gates.refuse('join', new RoomError(code, 'The test says so.'));
    expect(await rejectionCode(room.connect())).toBe(code);
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason, error: { code } });
    expect(events).toEqual([['disconnected', reason]]);
    expect(clock.waiting).toBe(0);
    expect(media.open).toEqual({ transports: 0, producers: 0, consumers: 0 });
  });

  it('rejects with room-full when the room is full', async () => {
    const server = new FakeRoomServer({ capacity: 1 });
    server.room.enter({ id: 'a' });
    expect(await rejectionCode(createTestRoom(server).room.connect())).toBe('room-full');
  });

  it('rejects a token for another room without asking the server', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server, { roomId: OTHER_ROOM_ID });
    expect(await rejectionCode(room.connect())).toBe('token-wrong-room');
    expect(server.joins).toEqual([]);
  });

  it('rejects a context that is too long', async () => {
    const { room } = createTestRoom(new FakeRoomServer(), { context: 'x'.repeat(1025) });
    expect(await rejectionCode(room.connect())).toBe('bad-request');
  });

  it.each<[string, () => Promise<{ token: string }>, RoomErrorCode]>([
    ['rejects', () => Promise.reject(new Error('no backend')), 'unreachable'],
    ['says why', () => Promise.reject(Object.assign(new Error('no'), { code: 'not-allowed' })), 'not-allowed'],
    [
      'throws',
      () => {
        throw new Error('typo');
      },
      'unreachable',
    ],
    ['gives garbage', async () => ({ token: 'garbage' }), 'token-invalid'],
    ['gives an error object', async () => ({ error: 'no session' }) as never, 'token-invalid'],
    ['gives nothing', async () => null as never, 'token-invalid'],
    ['gives a number', async () => ({ token: 7 }) as never, 'token-invalid'],
  ])('tells when the token source %s', async (_what, tokenSource, code) => {
    const { room } = createTestRoom(new FakeRoomServer(), { tokenSource });
    expect(await rejectionCode(room.connect())).toBe(code);
  });

  it('times out after 30 s when the token source hangs, and can be tried again', async () => {
    const server = new FakeRoomServer();
    let hangs = true;
    const { room, clock } = createTestRoom(server, {
      tokenSource: () => (hangs ? new Promise(() => {}) : Promise.resolve({ token: clientToken() })),
    });
    const connecting = rejectionCode(room.connect());
    await clock.advance(29_999);
    expect(room.getState().status).toBe('connecting');
    await clock.advance(1);
    expect(await connecting).toBe('timed-out');
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'timed_out' });
    hangs = false;
    await room.connect();
    expect(room.getState().status).toBe('connected');
  });

  it('rejects with unreachable when its code cannot be fetched, and can be tried again', async () => {
    const server = new FakeRoomServer();
    let offline = true;
    const load = lazily(() => (offline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(server)));
    const { room } = createTestRoom(server, {
      signalling: {
        capabilities: async (...args) => (await load()).capabilities(...args),
        join: async (...args) => (await load()).join(...args),
      },
    });
    const error = await room.connect().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('reload the page') });
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'network_error', error });
    offline = false;
    await room.connect();
    expect(room.getState().status).toBe('connected');
  });

  it.each(['capabilities', 'join', 'entered'] as const)('times out when the server hangs at %s', async (step) => {
    const server = new FakeRoomServer();
    const { room, clock, media } = createTestRoom(server);
    server.gates.hold(step);
    const connecting = rejectionCode(room.connect());
    await clock.advance(30_000);
    expect(await connecting).toBe('timed-out');
    expect(server.room.participants.size).toBe(0);
    expect(media.open.transports).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  it('leaves the room again when its roster never becomes complete', async () => {
    const server = new FakeRoomServer();
    const { room, clock, media } = createTestRoom(server);
    const held = server.gates.hold('entered');
    const connecting = rejectionCode(room.connect());
    await held.arrived;
    server.connectionOf().answer.participantsRemaining = 1;
    held.release();
    await clock.advance(30_000);
    expect(await connecting).toBe('timed-out');
    expect(server.room.participants.size).toBe(0);
    expect(media.open.transports).toBe(0);
  });
});

describe('what a second look can mend', () => {
  it('joins with a fresh token when the first has run out by the server’s clock', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    server.gates.refuse('join', new RoomError('token-expired', 'too old'));
    await room.connect();
    expect(server.joins).toHaveLength(2);
    expect(server.joins[0]?.token).not.toBe(server.joins[1]?.token);
  });

  it('gives up when the fresh token has run out, too', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    server.gates.refuse('join', new RoomError('token-expired', 'too old'));
    server.gates.refuse('join', new RoomError('token-expired', 'too old'));
    expect(await rejectionCode(room.connect())).toBe('token-expired');
    expect(server.joins).toHaveLength(2);
    expect(room.getState().connection).toMatchObject({ reason: 'unauthorized' });
  });

  it('does not try twice with a fixed token that nobody can renew', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server, { clientToken: clientToken({ lifetimeInMs: -1000 }) });
    expect(await rejectionCode(room.connect())).toBe('token-expired');
    expect(server.joins).toHaveLength(1);
  });

  it('loads capabilities that have changed, and joins', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    await room.prepare();
    server.capabilitiesHash = 'second';
    await room.connect();
    expect(server.capabilitiesAsked).toBe(2);
    expect(server.joins.map(({ capabilitiesHash }) => capabilitiesHash)).toEqual(['first', 'second']);
  });

  it('gives up when they change again and again', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    server.gates.refuse('join', new RoomError('capabilities-changed', 'new'));
    server.gates.refuse('join', new RoomError('capabilities-changed', 'newer'));
    expect(await rejectionCode(room.connect())).toBe('capabilities-changed');
    expect(server.joins).toHaveLength(2);
  });

  it('tries a failed preparation again', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    server.gates.refuse('capabilities', new RoomError('unreachable', 'no'));
    expect(await rejectionCode(room.prepare())).toBe('unreachable');
    await room.prepare();
    await room.prepare();
    expect(server.capabilitiesAsked).toBe(2);
  });
});

describe('connect and disconnect in any order', () => {
  it('connects once, however often it is asked', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const events = recordEvents(room);
    await Promise.all([room.connect(), room.connect()]);
    await room.connect();
    expect(server.joins).toHaveLength(1);
    expect(events).toEqual([['connected']]);
  });

  it('disconnects twice without harm, and before any connection', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const events = recordEvents(room, { stateChanged: true });
    await room.disconnect();
    expect(events).toEqual([]);
    expect(room.getState().status).toBe('initialized');
    await room.connect();
    await Promise.all([room.disconnect(), room.disconnect()]);
    await room.disconnect();
    expect(events.filter(([name]) => name === 'disconnected')).toEqual([['disconnected', 'user_initiated']]);
    expect(server.connections[0]?.sent('leave')).toHaveLength(1);
  });

  it('ends connected after connect, disconnect, connect without waiting', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const first = rejectionCode(room.connect());
    const disconnected = room.disconnect();
    const second = room.connect();
    expect(await first).toBe('aborted');
    await disconnected;
    await second;
    expect(room.getState().status).toBe('connected');
    expect([...server.room.participants.keys()]).toEqual(['me']);
  });

  it('ends disconnected after connect, disconnect, connect, disconnect without waiting', async () => {
    const server = new FakeRoomServer();
    const { room, clock } = createTestRoom(server);
    const outcomes = [room.connect(), room.disconnect(), room.connect(), room.disconnect()];
    const results = await Promise.allSettled(outcomes);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(room.getState().status).not.toBe('connected');
    expect(server.room.participants.size).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  it.each(['capabilities', 'join', 'entered'] as const)(
    'calls a connection off that waits at %s, and leaves nothing',
    async (step) => {
      const server = new FakeRoomServer();
      const { room, clock, media } = createTestRoom(server);
      const events = recordEvents(room);
      const held = server.gates.hold(step);
      const connecting = rejectionCode(room.connect());
      await held.arrived;
      await room.disconnect();
      expect(await connecting).toBe('aborted');
      expect(events).toEqual([['disconnected', 'user_initiated']]);
      held.release();
      await settled();
      expect(server.room.participants.size).toBe(0);
      expect(media.open.transports).toBe(0);
      expect(clock.waiting).toBe(0);
    },
  );

  it('tells nothing of a connection that was called off before it began', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const events = recordEvents(room, { stateChanged: true });
    const connecting = rejectionCode(room.connect());
    await room.disconnect();
    expect(await connecting).toBe('aborted');
    expect(events).toEqual([]);
    expect(room.getState().status).toBe('initialized');
  });

  it('leaves a room that an adapter has entered although it was called off', async () => {
    const server = new FakeRoomServer();
    const never = new AbortController().signal;
    const { room } = createTestRoom(server, {
      signalling: {
        capabilities: (url) => server.capabilities(url, never),
        join: (url, input) => server.join(url, input, never),
      },
    });
    const held = server.gates.hold('entered');
    const connecting = rejectionCode(room.connect());
    await held.arrived;
    const disconnecting = room.disconnect();
    held.release();
    expect(await connecting).toBe('aborted');
    await disconnecting;
    expect(server.room.participants.size).toBe(0);
    expect(server.connections[0]?.ended).toBe(true);
  });

  it('calls a connection off that waits for its token', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server, { tokenSource: () => new Promise(() => {}) });
    const connecting = rejectionCode(room.connect());
    await settled();
    await room.disconnect();
    expect(await connecting).toBe('aborted');
    expect(server.joins).toEqual([]);
  });

  it('can disconnect from within its own connected event', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const events = recordEvents(room);
    const left = new Promise<void>((resolve) => {
      room.once('connected', () => void room.disconnect().then(resolve));
    });
    await room.connect();
    await left;
    expect(events).toEqual([['connected'], ['disconnected', 'user_initiated']]);
    expect(server.room.participants.size).toBe(0);
  });

  it('connects again after it failed, and after the server ended it', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    server.gates.refuse('join', new RoomError('unreachable', 'no'));
    await rejectionCode(room.connect());
    await room.connect();
    server.disconnect('me', 'session_terminated');
    await settled();
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'session_terminated' });
    await room.connect();
    expect(room.getState().status).toBe('connected');
    await room.disconnect();
    expect(server.room.participants.size).toBe(0);
  });

  it('lets the server know nothing of a session that could not be set up', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const held = server.gates.hold('entered');
    const connecting = rejectionCode(room.connect());
    await held.arrived;
    server.connectionOf().answer.transports.receive.id = undefined as never;
    held.release();
    expect(await connecting).toBe('internal');
    expect(server.room.participants.size).toBe(0);
  });
});
