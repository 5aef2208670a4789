import { describe, expect, it } from 'vitest';
import { type DisconnectReason, RoomError } from '../../../src/engine/index.ts';
import { clientToken } from '../../../src/testing/clientToken.ts';
import { audioTrack, videoTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

const REASONS: readonly DisconnectReason[] = [
  'network_error',
  'timed_out',
  'unauthorized',
  'forbidden',
  'unknown',
  'room_expired',
  'session_terminated',
];

describe('the end of a connection', () => {
  it('is told once when we leave', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const events = recordEvents(room);
    await room.connect();
    await room.disconnect();
    expect(events).toEqual([['connected'], ['disconnected', 'user_initiated']]);
    expect(room.getState().connection).toEqual({ status: 'disconnected', reason: 'user_initiated' });
  });

  it.each(REASONS.filter((reason) => reason !== 'network_error'))(
    'is told once when the server ends it as %s',
    async (reason) => {
      const server = new FakeRoomServer();
      // A token that nobody can renew.
      const { room, media, clock } = createTestRoom(server, { clientToken: clientToken() });
      const events = recordEvents(room);
      await room.connect();
      server.disconnect('me', reason);
      await settled();
      await room.disconnect();
      expect(events).toEqual([['connected'], ['disconnected', reason]]);
      expect(media.open.transports).toBe(0);
      expect(clock.waiting).toBe(0);
    },
  );

  it('is told after our leaving when we are removed', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    const events = recordEvents(room);
    await room.connect();
    server.disconnect('me', 'kicked');
    await settled();
    expect(events).toEqual([['connected'], ['participant_leaving', 'me', 'kicked'], ['disconnected', 'kicked']]);
  });

  it('is told with its cause when the connection breaks and the room does not take us back', async () => {
    const server = new FakeRoomServer();
    const { room, media } = createTestRoom(server);
    const events = recordEvents(room);
    await room.connect();
    server.gates.refuse('join', new RoomError('room-not-found', 'deleted'));
    server.lose('me', 'the cable was pulled');
    await settled();
    expect(room.getState().connection).toMatchObject({
      status: 'disconnected',
      reason: 'room_expired',
      error: { code: 'room-not-found' },
    });
    expect(events.at(-1)).toEqual(['disconnected', 'room_expired']);
    expect(media.open.transports).toBe(0);
  });

  it.each([...REASONS, 'kicked'] as const)(
    'keeps the reason %s when it comes before the roster is complete',
    async (reason) => {
      const server = new FakeRoomServer();
      const { room } = createTestRoom(server);
      const events = recordEvents(room);
      const held = server.gates.hold('entered');
      const connecting = rejectionCode(room.connect());
      await held.arrived;
      server.connectionOf().answer.participantsRemaining = 2;
      server.disconnect('me', reason);
      held.release();
      expect(await connecting).toEqual(expect.any(String));
      await settled();
      expect(events).toEqual([['disconnected', reason]]);
      expect(server.connections[0]?.ended).toBe(true);
    },
  );

  it('is ours when the connection breaks while we leave', async () => {
    const server = new FakeRoomServer();
    const { room, clock } = createTestRoom(server);
    const events = recordEvents(room);
    await room.connect();
    const held = server.gates.hold('leave');
    const disconnecting = room.disconnect();
    await held.arrived;
    server.lose();
    await settled();
    await clock.advance(1000);
    await disconnecting;
    expect(events).toEqual([['connected'], ['disconnected', 'user_initiated']]);
  });

  it('does not wait long for a server that does not answer', async () => {
    const server = new FakeRoomServer();
    const { room, clock } = createTestRoom(server);
    await room.connect();
    server.gates.hold('leave');
    const disconnecting = room.disconnect();
    await clock.advance(1000);
    await disconnecting;
    expect(room.getState().status).toBe('disconnected');
    expect(server.connections[0]?.ended).toBe(true);
  });
});

describe('after the end', () => {
  it('nothing is left: no timers, transports, consumers, requests or people', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'a', streams: [{}] });
    const { room, clock, media } = createTestRoom(server, { initialDemand: { audio: 1, video: 1 } });
    await room.connect();
    await room.addStream('self', { audio: audioTrack(), video: videoTrack() });
    await room.addSubscription('a', 'self', { audio: true, video: true });
    await clock.frame();
    expect(media.open).toEqual({ transports: 2, producers: 2, consumers: 2 });
    expect(clock.waiting).toBeGreaterThan(0);

    await room.disconnect();
    expect(clock.timers).toEqual([]);
    expect(clock.waiting).toBe(0);
    expect(media.open).toEqual({ transports: 0, producers: 0, consumers: 0 });
    const { participants, streams, subscriptions, activeSpeakerId } = room.getState();
    expect([participants.size, streams.size, subscriptions.size, activeSpeakerId]).toEqual([0, 0, 0, null]);
    expect(server.room.participants.has('me')).toBe(false);
    expect(server.connections[0]?.ended).toBe(true);
  });

  it('the application’s own tracks go on, and nobody listens to them', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    await room.connect();
    const audio = audioTrack();
    const video = videoTrack();
    await room.addStream('self', { audio, video });
    expect(audio.listeners).toBeGreaterThan(0);
    await room.disconnect();
    expect([audio.readyState, video.readyState]).toEqual(['live', 'live']);
    expect([audio.enabled, video.enabled]).toEqual([true, true]);
    expect([audio.listeners, video.listeners]).toEqual([0, 0]);
  });

  it('commands that need a connection say so, and removals do no harm', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    await room.connect();
    await room.disconnect();
    expect(await rejectionCode(room.addStream('self'))).toBe('not-connected');
    expect(await rejectionCode(room.updateStream('self', {}))).toBe('not-connected');
    expect(await rejectionCode(room.addSubscription('a', 'self', { audio: true, video: true }))).toBe('not-connected');
    expect(() => room.getLocalParticipant()).toThrow(expect.objectContaining({ code: 'not-connected' }));
    await room.removeStream('self');
    await room.removeSubscription('a', 'self');
  });

  it('the room can be connected again, and knows nothing of the first time', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'a', streams: [{}] });
    const { room } = createTestRoom(server);
    await room.connect();
    await room.addStream('self');
    server.room.speak('a');
    await settled();
    await room.disconnect();
    server.room.leave('a');
    server.room.enter({ id: 'b' });
    server.room.speak(null);
    const events = recordEvents(room);
    await room.connect();
    expect([...room.getState().participants.keys()].sort()).toEqual(['b', 'me']);
    expect(room.getState().activeSpeakerId).toBeNull();
    await room.addStream('self');
    expect(events).toEqual([['connected'], ['stream_published', 'me', 'self']]);
  });

  it('what the old connection still says is not heard', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    await room.connect();
    const old = server.connectionOf();
    await room.disconnect();
    await room.connect();
    old.notify({ method: 'disconnecting', data: { reason: 'kicked' } });
    old.lose('late');
    await settled();
    expect(room.getState().status).toBe('connected');
  });

  it('a publication that was on its way is called off', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    await room.connect();
    const held = server.gates.hold('publishStream');
    const adding = rejectionCode(room.addStream('self', { audio: audioTrack() }));
    await held.arrived;
    await room.disconnect();
    expect(await adding).toBe('aborted');
  });

  it('a publication that had not yet begun is called off, too', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    await room.connect();
    const adding = rejectionCode(room.addStream('self', { audio: audioTrack() }));
    server.lose();
    expect(await adding).toBe('aborted');
  });
});
