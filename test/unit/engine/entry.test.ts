import { describe, expect, it } from 'vitest';
import { createRoom, initialize, RoomError, type RoomOptions } from '../../../src/engine/index.ts';
import { clientToken, OTHER_ROOM_ID, ROOM_ID } from '../../../src/testing/clientToken.ts';
import { FakeMedia } from '../../../src/testing/media/FakeMedia.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

function options(server: FakeRoomServer, more: Partial<RoomOptions> = {}): RoomOptions {
  return { signalling: server, environment: { createDevice: new FakeMedia().createDevice }, ...more };
}

describe('createRoom', () => {
  it('refuses a room that could never get a token, and says what to pass', () => {
    expect(() => createRoom({ roomId: ROOM_ID })).toThrow(RoomError);
    expect(() => createRoom({ roomId: ROOM_ID })).toThrow(/tokenSource/);
  });

  it('refuses what is not a token at once', () => {
    expect(() => createRoom({ clientToken: 'not a token' })).toThrow(
      expect.objectContaining({ code: 'token-invalid' }),
    );
  });

  it('asks nobody before it is told to connect', async () => {
    const server = new FakeRoomServer();
    let asked = 0;
    const tokenSource = async () => {
      asked += 1;
      return { token: clientToken() };
    };
    const room = createRoom(options(server, { tokenSource }));
    expect(room.getState().status).toBe('initialized');
    expect(asked).toBe(0);
    expect(server.capabilitiesAsked).toBe(0);
  });

  it('takes the room id of the token unless it is told one', () => {
    expect(createRoom({ clientToken: clientToken() }).id).toBe(ROOM_ID);
    expect(createRoom({ tokenSource: async () => ({ token: clientToken() }) }).id).toBe('');
  });
});

describe('initialize', () => {
  it('does everything that can be done before the join', async () => {
    const server = new FakeRoomServer();
    const room = await initialize(options(server, { clientToken: clientToken() }));
    expect(room.getState().status).toBe('initialized');
    await room.connect();
    expect(server.capabilitiesAsked).toBe(1);
    expect(room.getState().status).toBe('connected');
  });

  it('asks for nothing unasked', async () => {
    const server = new FakeRoomServer();
    const room = await initialize(options(server, { clientToken: clientToken() }));
    await room.connect();
    expect(server.joins[0]?.initialDemand).toEqual({ audio: 0, video: 0 });
  });

  it.each<[string, Partial<RoomOptions>]>([
    ['token-invalid', {}],
    ['token-invalid', { clientToken: 'garbage' }],
    ['token-wrong-room', { clientToken: clientToken(), roomId: OTHER_ROOM_ID }],
    ['unreachable', { clientToken: clientToken({ url: null }) }],
    ['unreachable', { clientToken: clientToken({ url: 'not a url' }) }],
  ])('rejects with %s for %o', async (code, more) => {
    expect(await rejectionCode(initialize(options(new FakeRoomServer(), more)))).toBe(code);
  });

  it('rejects with what the server or the token source says', async () => {
    const server = new FakeRoomServer();
    server.gates.refuse('capabilities', new RoomError('unreachable', 'no answer'));
    expect(await rejectionCode(initialize(options(server, { clientToken: clientToken() })))).toBe('unreachable');
    const tokenSource = async () => {
      throw Object.assign(new Error('too many people'), { code: 'room-full' });
    };
    expect(await rejectionCode(initialize(options(server, { tokenSource })))).toBe('room-full');
  });

  it('is called off by its signal, before and while it waits', async () => {
    const server = new FakeRoomServer();
    const signal = AbortSignal.abort();
    expect(await rejectionCode(initialize({ ...options(server, { clientToken: clientToken() }), signal }))).toBe(
      'aborted',
    );
    expect(server.capabilitiesAsked).toBe(0);

    const held = server.gates.hold('capabilities');
    const abort = new AbortController();
    const initialized = initialize({ ...options(server, { clientToken: clientToken() }), signal: abort.signal });
    await held.arrived;
    abort.abort();
    expect(await rejectionCode(initialized)).toBe('aborted');
  });
});
