import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { audioTrack, videoTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

async function connected() {
  const server = new FakeRoomServer();
  const { room, media, clock } = createTestRoom(server);
  const events = recordEvents(room);
  await room.connect();
  return { server, room, media, clock, events, connection: server.connectionOf('me') };
}

it('shows each attempt to mend a connection, and that it is mended; nothing else changes', async () => {
  const { room, events, connection } = await connected();
  const { participants, streams } = room.getState();
  connection.interrupt('the WebSocket was closed', 1);
  await settled();
  expect(room.getState().connection).toEqual({ status: 'reconnecting', attempt: 1, cause: 'the WebSocket was closed' });
  connection.interrupt('no network', 2);
  connection.resume();
  await settled();
  expect(room.getState().connection).toEqual({ status: 'connected' });
  expect(events).toEqual([
    ['connected'],
    ['reconnecting', 1, 'the WebSocket was closed'],
    ['reconnecting', 2, 'no network'],
    ['reconnected'],
  ]);
  expect(room.getState().participants).toBe(participants);
  expect(room.getState().streams).toBe(streams);
});

it('can be left while it is being mended', async () => {
  const { room, events, connection } = await connected();
  connection.interrupt('the WebSocket was closed', 1);
  await settled();
  await room.disconnect();
  expect(events.at(-1)).toEqual(['disconnected', 'user_initiated']);
});

describe('a connection that cannot be mended', () => {
  it('is made anew: the same person, the same streams, and only what has changed is told', async () => {
    const { server, room, events } = await connected();
    server.room.enter({ id: 'ada', streams: [{}] });
    server.room.enter({ id: 'grace' });
    await room.addStream('self', { audio: audioTrack() });
    await room.addStream('empty');
    await settled();
    events.length = 0;

    const held = server.gates.hold('join');
    server.lose();
    await held.arrived;
    expect(room.getState().status).toBe('reconnecting');
    expect([...room.getState().participants.keys()]).toEqual(['me', 'ada', 'grace']);
    server.room.leave('grace', 'left');
    server.room.enter({ id: 'hedy' });
    server.room.play('ada', { key: 'presentation' });
    held.release();
    await settled();
    await settled();

    expect(room.getState().status).toBe('connected');
    expect(room.getState().localParticipantId).toBe('me');
    expect([...(server.room.participants.get('me')?.streams.keys() ?? [])].sort()).toEqual(['empty', 'self']);
    expect([...room.getLocalStreams().keys()].sort()).toEqual(['empty', 'self']);
    const told = events.filter(([name]) => name !== 'participant_updated');
    expect(told).toEqual([
      ['reconnecting', 1, expect.stringContaining('the cable was pulled')],
      ['stream_published', 'ada', 'presentation'],
      ['participant_joined', 'hedy'],
      ['participant_leaving', 'grace', null],
      ['participant_left', 'grace'],
      ['reconnected'],
    ]);
    expect([...room.getState().participants.keys()].sort()).toEqual(['ada', 'hedy', 'me']);
  });

  it('is tried again and again, later each time', async () => {
    const { server, room, clock, events } = await connected();
    for (let time = 0; time < 3; time += 1) server.gates.refuse('join', new RoomError('unreachable', 'no network'));
    server.lose();
    await clock.advance(5_000);
    expect(events.filter(([name]) => name === 'reconnecting').map(([, attempt]) => attempt)).toEqual([1, 2, 3, 4]);
    expect(room.getState().status).toBe('connected');
    expect(server.joins).toHaveLength(5);
  });

  it('brings back what was wanted of others', async () => {
    const { server, room, clock } = await connected();
    server.room.enter({ id: 'ada', streams: [{}] });
    await settled();
    await room.addSubscription('ada', 'self', { audio: true, video: false });
    await clock.frame();
    const before = room.getParticipantStream('ada', 'self')?.audioTrack;
    expect(before).toBeDefined();
    server.lose();
    await settled();
    await clock.frame();
    const after = room.getParticipantStream('ada', 'self')?.audioTrack;
    expect(after?.readyState).toBe('live');
    expect(after).not.toBe(before);
    expect(room.getState().subscriptions.get('ada')?.get('self')?.status).toBe('started');
  });

  it('goes on with what was wanted of others, without telling that it has started again', async () => {
    const { server, room, clock, events } = await connected();
    server.room.enter({ id: 'ada', streams: [{}, { key: 'presentation' }] });
    server.room.enter({ id: 'grace', streams: [{}] });
    server.room.enter({ id: 'hedy' });
    await settled();
    const unwanted = room.subscribeDemand({ participantId: 'ada', key: 'presentation', kind: 'video' });
    for (const id of ['ada', 'grace', 'hedy']) await room.addSubscription(id, 'self', { audio: true, video: true });
    await clock.frame();
    events.length = 0;

    const held = server.gates.hold('join');
    server.lose();
    await held.arrived;
    unwanted.release();
    for (const id of ['grace', 'hedy']) server.room.leave(id);
    held.release();
    await clock.frame();
    await clock.frame();
    const told = events.filter(([name]) => /started|ended/.test(String(name)));
    expect(told).toEqual([
      ['subscription_ended', 'grace', 'self'],
      ['subscription_ended', 'ada', 'presentation'],
    ]);
    expect([...room.getState().subscriptions.keys()]).toEqual(['ada']);
    expect([...(room.getState().subscriptions.get('ada')?.keys() ?? [])]).toEqual(['self']);
  });

  it('is made once, also when somebody connects in the very moment', async () => {
    const { server, room, events } = await connected();
    room.once('reconnecting', () => void room.connect());
    server.connectionOf().notify({ method: 'disconnecting', data: { reason: 'network_error' } });
    void room.connect();
    await settled();
    await settled();
    expect(room.getState().status).toBe('connected');
    expect(server.joins).toHaveLength(2);
    expect(events.map(([name]) => name)).toEqual(['connected', 'reconnecting', 'reconnected']);
  });

  it('leaves the tracks of an update alone that was on its way when it broke', async () => {
    const { server, room } = await connected();
    const first = videoTrack();
    await room.addStream('self', { video: first });
    server.gates.hold('updateProducer');
    const second = videoTrack();
    const updating = rejectionCode(room.updateStream('self', { video: second }));
    await settled();
    server.lose();
    expect(await updating).toBe('unreachable');
    await settled();
    expect(room.getLocalStreams().get('self')?.videoTrack).toBe(second);
    await room.disconnect();
    expect([first.listeners, second.listeners]).toEqual([0, 0]);
  });

  it('can be left while it is being made', async () => {
    const { server, room, events, media } = await connected();
    const held = server.gates.hold('join');
    server.lose();
    await held.arrived;
    await room.disconnect();
    held.release();
    await settled();
    expect(events.at(-1)).toEqual(['disconnected', 'user_initiated']);
    expect(server.room.participants.size).toBe(0);
    expect(media.open.transports).toBe(0);
  });

  it('is given up after a quarter of an hour', async () => {
    const { server, room, clock } = await connected();
    server.refuseJoins = new RoomError('unreachable', 'no network');
    server.lose();
    await clock.advance(10 * 60_000);
    expect(room.getState().status).toBe('reconnecting');
    await clock.advance(6 * 60_000);
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'network_error' });
    expect(clock.waiting).toBe(0);
  });
});
