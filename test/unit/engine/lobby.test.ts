import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roomError } from '../../../src/errors/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';
import { LobbyRoomServer } from '../../support/room-server/LobbyRoomServer.ts';

/** Its method is not its own: as with the browser's, a clone of it is possible. */
class FakeCertificate {
  getFingerprints() {
    return [{ algorithm: 'sha-256', value: 'aa:bb' }];
  }
}

beforeEach(() => {
  // What a lobby needs of a browser: fingerprints before there is a room.
  vi.stubGlobal('RTCPeerConnection', { generateCertificate: async () => new FakeCertificate() });
});
afterEach(() => vi.unstubAllGlobals());

function setUp({
  grants = ALL_GRANTS,
  ...options
}: Parameters<typeof createTestRoom>[1] & { grants?: typeof ALL_GRANTS } = {}) {
  const server = new LobbyRoomServer();
  let tokensAsked = 0;
  const tokenSource = async () => {
    tokensAsked += 1;
    return { token: clientToken({ grants }) };
  };
  const test = createTestRoom(server, { tokenSource, tokenInLobby: true, serverUrl: 'https://rooms.test', ...options });
  const published = () => server.room.participants.get('me')?.streams.get('self');
  const sent = () => server.connectionOf().requests.map(({ method }) => method);
  return { ...test, server, published, sent, tokensAsked: () => tokensAsked };
}

describe('in the lobby', () => {
  it('transports wait, and what is on is negotiated but not sent', async () => {
    const { room, server, media } = setUp();
    await Promise.all([room.devices.camera.enable(), room.devices.microphone.enable()]);
    room.holdLobby();
    await settled();
    expect(server.waiting).toBe(1);
    expect(server.joins).toEqual([]);
    expect(media.transports).toHaveLength(2);
    expect(media.producers.map(({ kind, track }) => [kind, track])).toEqual([
      ['audio', null],
      ['video', null],
    ]);
  });

  it('what is turned on later is negotiated then', async () => {
    const { room, media } = setUp();
    room.holdLobby();
    await settled();
    expect(media.producers).toEqual([]);
    await room.devices.camera.enable();
    await settled();
    expect(media.producers.map(({ kind, track }) => [kind, track])).toEqual([['video', null]]);
  });

  it('the token source is not asked unless it may be', async () => {
    const { room, server, tokensAsked, media } = setUp({ tokenInLobby: false });
    room.holdLobby();
    await settled();
    expect(tokensAsked()).toBe(0);
    expect(server.lobbies).toEqual([]);
    // The rest is prepared all the same.
    expect(media.devices).toHaveLength(1);
  });

  it('a lobby that cannot be entered says nothing: the join will', async () => {
    const { room, server } = setUp();
    server.lobby = () => Promise.reject(roomError('room-not-found'));
    room.holdLobby();
    await settled();
    expect(room.getState().connection.status).toBe('initialized');
    await room.connect();
    expect(server.joins).toHaveLength(1);
  });
});

describe('joining from the lobby', () => {
  it('uses the transports that wait, and publishes with the join', async () => {
    const { room, server, media, published, sent } = setUp();
    const events = recordEvents(room);
    await Promise.all([room.devices.camera.enable(), room.devices.microphone.enable()]);
    room.holdLobby();
    await settled();
    await room.connect();
    await settled();
    expect(server.waiting).toBe(0);
    expect(server.joins[0]?.streams).toMatchObject([
      { key: 'self', producers: [{ kind: 'audio' }, { kind: 'video' }] },
    ]);
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: true } });
    expect(media.transports).toHaveLength(2);
    expect(media.producers.map(({ track }) => track?.kind)).toEqual(['audio', 'video']);
    expect(sent()).toEqual([]);
    expect(events).toEqual([['connected'], ['stream_published', 'me', 'self']]);
  });

  it('leaves out what was turned off before the click, and needs no negotiation to turn it on', async () => {
    const { room, server, media, published } = setUp();
    await Promise.all([room.devices.camera.enable(), room.devices.microphone.enable()]);
    room.holdLobby();
    await settled();
    await room.devices.camera.disable();
    await room.connect();
    await settled();
    expect(server.joins[0]?.streams).toMatchObject([{ key: 'self', producers: [{ kind: 'audio' }] }]);
    expect(published()).toMatchObject({ audio: { enabled: true }, video: null });
    await room.devices.camera.enable();
    expect(published()).toMatchObject({ video: { enabled: true } });
    expect(media.producers).toHaveLength(2);
    expect(media.producers[1]?.track?.kind).toBe('video');
  });

  it('what is turned off while the join is on its way is off when it is answered', async () => {
    const { room, server, published } = setUp();
    await Promise.all([room.devices.camera.enable(), room.devices.microphone.enable()]);
    room.holdLobby();
    await settled();
    const entered = server.gates.hold('entered');
    const connecting = room.connect();
    await entered.arrived;
    await room.devices.camera.disable();
    entered.release();
    await connecting;
    await settled();
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: false } });
  });

  it('a stream that the server refuses is not there, and the device says why', async () => {
    const { room, published, media } = setUp({ grants: { ...ALL_GRANTS, publish: [] } });
    await room.devices.camera.enable();
    room.holdLobby();
    await settled();
    await room.connect();
    await settled();
    expect(published()).toBeUndefined();
    expect(room.getLocalStreams().size).toBe(0);
    expect(room.getState().devices.camera).toMatchObject({ status: 'failed', error: { code: 'not-allowed' } });
    expect(media.open.producers).toBe(0);
  });

  it('goes the ordinary way when the server could not use the transports', async () => {
    const { room, server, media, published } = setUp();
    server.lobbyTransports = { send: 'old', receive: 'old too' };
    await room.devices.camera.enable();
    room.holdLobby();
    await settled();
    // The server knows nothing of streams on transports that it does not have.
    const { join } = server;
    server.join = (url, input, signal) => join.call(server, url, { ...input, streams: [] }, signal);
    await room.connect();
    await settled();
    expect(media.open.transports).toBe(2);
    expect(published()).toMatchObject({ video: { enabled: true } });
  });

  it('that is refused frees what waited; the next attempt goes the ordinary way', async () => {
    const { room, server, media } = setUp();
    room.holdLobby();
    await settled();
    server.refuseJoins = roomError('room-full');
    expect(await rejectionCode(room.connect())).toBe('room-full');
    expect(server.waiting).toBe(0);
    expect(media.open.transports).toBe(0);
    server.refuseJoins = null;
    await room.connect();
    expect(room.getState().connection.status).toBe('connected');
  });

  it('everything is closed after leaving', async () => {
    const { room, media } = setUp();
    await room.devices.camera.enable();
    room.holdLobby();
    await settled();
    await room.connect();
    await room.disconnect();
    expect(media.open).toEqual({ transports: 0, producers: 0, consumers: 0 });
  });
});

describe('a lobby is left', () => {
  it('a moment after its last hold is released, not when a component only mounts again', async () => {
    const { room, server, clock, media } = setUp();
    const first = room.holdLobby();
    first();
    const second = room.holdLobby();
    await settled();
    await clock.advance(60_000);
    expect(server.waiting).toBe(1);
    expect(server.lobbies).toHaveLength(1);
    second();
    second();
    await clock.advance(4_999);
    expect(server.waiting).toBe(1);
    await clock.advance(1);
    expect(server.waiting).toBe(0);
    expect(media.open.transports).toBe(0);
  });

  it('and entered again when the server gives it up', async () => {
    const { room, server } = setUp();
    room.holdLobby();
    await settled();
    server.giveUp();
    await settled();
    expect(server.lobbies).toHaveLength(2);
    expect(server.waiting).toBe(1);
  });

  it('by disconnect(), also while it is being entered', async () => {
    const { room, server } = setUp();
    room.holdLobby();
    await room.disconnect();
    await settled();
    expect(server.waiting).toBe(0);
  });
});
