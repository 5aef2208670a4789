import { describe, expect, it } from 'vitest';
import { roomError } from '../../../src/errors/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';

/** Somebody is there whom we receive from the start, or nobody. */
function setUp({ somebody = true } = {}) {
  const server = new FakeRoomServer();
  if (somebody) server.room.enter({ id: 'a', streams: [{}] });
  const test = createTestRoom(server, { initialDemand: { audio: 1, video: 1 } });
  const events = recordEvents(test.room);
  const sent = (method: string) => server.connectionOf().requests.filter((request) => request.method === method);
  const status = () => test.room.getState().connection.status;
  return { ...test, server, events, sent, status };
}

describe('while a room is being entered', () => {
  it('what comes with it is negotiated before anybody is told', async () => {
    const { room, media, events, status } = setUp();
    const negotiation = media.gates.hold('receive');
    const connecting = room.connect();
    await negotiation.arrived;
    expect(status()).toBe('connecting');
    expect(room.getState().participants.size).toBe(0);
    negotiation.release();
    await connecting;
    expect(events).toEqual([['connected'], ['subscription_started', 'a', 'self']]);
    expect(room.getState().streams.get('a/self')).toMatchObject({ isConfigured: true });
  });

  it('what is on is published already', async () => {
    const { room, media, server, sent, status, events } = setUp();
    await room.devices.camera.enable();
    const negotiation = media.gates.hold('receive');
    const connecting = room.connect();
    await negotiation.arrived;
    await settled();
    expect(status()).toBe('connecting');
    expect(server.room.participants.get('me')?.streams.get('self')).toMatchObject({ video: { enabled: true } });
    negotiation.release();
    await connecting;
    await settled();
    expect(sent('publishStream')).toHaveLength(1);
    expect(events).toContainEqual(['stream_published', 'me', 'self']);
  });

  it('what takes longer than the entering is published after it, once', async () => {
    const { room, media, server, sent, status } = setUp({ somebody: false });
    await room.devices.camera.enable();
    const negotiation = media.gates.hold('send');
    await room.connect();
    await negotiation.arrived;
    expect(status()).toBe('connected');
    negotiation.release();
    await settled();
    expect(sent('publishStream')).toHaveLength(1);
    expect(room.getState().devices.camera.status).toBe('on');
    expect(server.room.participants.get('me')?.streams.get('self')).toMatchObject({ video: { enabled: true } });
  });

  it('what changes meanwhile is as it was left', async () => {
    const { room, media, server } = setUp();
    await Promise.all([room.devices.camera.enable(), room.devices.microphone.enable()]);
    const negotiation = media.gates.hold('receive');
    const connecting = room.connect();
    await negotiation.arrived;
    await settled();
    await room.devices.camera.disable();
    negotiation.release();
    await connecting;
    await settled();
    const published = server.room.participants.get('me')?.streams.get('self');
    expect(published).toMatchObject({ audio: { enabled: true }, video: { enabled: false } });
  });

  it('what the server refuses is turned off, and says why', async () => {
    const { room, server } = setUp();
    await room.devices.camera.enable();
    server.gates.refuse('publishStream', roomError('not-allowed'));
    await room.connect();
    await settled();
    expect(room.getState().devices.camera).toMatchObject({ status: 'failed', error: { code: 'not-allowed' } });
    expect(server.room.participants.get('me')?.streams.size).toBe(0);
  });

  it('one that is called off leaves nothing behind', async () => {
    const { room, media, server, status } = setUp();
    await room.devices.camera.enable();
    const negotiation = media.gates.hold('receive');
    const connecting = room.connect().catch((error: { code: string }) => error.code);
    await negotiation.arrived;
    await room.disconnect();
    negotiation.release();
    expect(await connecting).toBe('aborted');
    await settled();
    expect(status()).toBe('disconnected');
    expect(media.open).toEqual({ transports: 0, producers: 0, consumers: 0 });
    expect(server.room.participants.has('me')).toBe(false);
  });
});
