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

describe('a server that began anew', () => {
  /** We are back, and Ada, who was there with two streams, is not yet. */
  async function back() {
    const { server, room, clock, events } = await connected();
    server.room.enter({ id: 'ada', streams: [{}, { key: 'presentation' }] });
    await settled();
    const held = server.gates.hold('join');
    server.disconnect('me', 'network_error');
    await held.arrived;
    server.room.leave('ada', 'lost');
    events.length = 0;
    held.release();
    await settled();
    return { server, room, clock, events };
  }

  it('finds everybody again: nobody leaves or joins, and no stream ends or begins', async () => {
    const { server, room, clock, events } = await back();
    expect(room.getState().status).toBe('connected');
    expect(room.getState().participants.get('ada')?.connection).toBe('reconnecting');
    expect([...room.getParticipantStreams('ada').keys()]).toEqual(['self', 'presentation']);
    server.room.enter({ id: 'ada', streams: [{ key: 'presentation' }] });
    await settled();
    expect(room.getState().participants.get('ada')?.connection).toBe('connected');
    server.room.play('ada');
    await settled();
    await clock.advance(60_000);
    expect([...room.getParticipantStreams('ada').keys()].sort()).toEqual(['presentation', 'self']);
    expect(events.filter(([name]) => name !== 'participant_updated')).toEqual([['reconnected']]);
  });

  it('misses after a while who does not come back, and what is not published again', async () => {
    const { clock, events } = await back();
    await clock.advance(14_999);
    expect(events.at(-1)).toEqual(['reconnected']);
    await clock.advance(1);
    expect(events.slice(-4)).toEqual([
      ['participant_leaving', 'ada', null],
      ['stream_unpublished', 'ada', 'self'],
      ['stream_unpublished', 'ada', 'presentation'],
      ['participant_left', 'ada'],
    ]);

    const other = await back();
    other.server.room.enter({ id: 'ada', streams: [{}] });
    await other.clock.advance(15_000);
    expect(other.events.filter(([name]) => name !== 'participant_updated')).toEqual([
      ['reconnected'],
      ['stream_unpublished', 'ada', 'presentation'],
    ]);
  });

  it('may tell that somebody who was expected has left', async () => {
    const { server, clock, events } = await back();
    server.room.enter({ id: 'ada' });
    server.room.leave('ada');
    await clock.advance(60_000);
    expect(events.filter(([name]) => name === 'participant_left')).toHaveLength(1);
  });
});

describe('attempts', () => {
  it('are counted on from mending the connection to making it anew, and from 1 after that', async () => {
    const { server, room, events, connection } = await connected();
    connection.interrupt('the socket', 1);
    connection.interrupt('the socket', 2);
    server.lose();
    await settled();
    await settled();
    server.connectionOf('me').interrupt('the socket', 1);
    await settled();
    expect(events.filter(([name]) => name === 'reconnecting').map(([, attempt]) => attempt)).toEqual([1, 2, 3, 1]);
    await room.disconnect();
  });

  it('that hang are given up, and the next one is made', async () => {
    const { server, room, clock } = await connected();
    server.gates.hold('join');
    server.lose();
    await clock.advance(29_999);
    expect(server.joins).toHaveLength(2);
    await clock.advance(2_000);
    expect(room.getState().status).toBe('connected');
  });
});

it('who has joined from elsewhere meanwhile does not come back', async () => {
  const { server, room, events } = await connected();
  server.refuseJoins = new RoomError('joined-elsewhere', 'another tab');
  server.lose();
  await settled();
  expect(room.getState().connection).toMatchObject({
    status: 'disconnected',
    reason: 'session_terminated',
    error: { code: 'joined-elsewhere' },
  });
  expect(server.joins.map(({ returning }) => returning)).toEqual([false, true]);
  expect(server.joins[1]?.clientId).toBe(server.joins[0]?.clientId);
  expect(events.filter(([name]) => name === 'disconnected')).toEqual([['disconnected', 'session_terminated']]);
});

it('who is put out by a newer tab is told so, and does not chase it', async () => {
  const { server, room, connection } = await connected();
  connection.notify({
    method: 'disconnecting',
    data: { reason: 'session_terminated', code: 'joined-elsewhere' },
  });
  await settled();
  expect(room.getState().connection).toMatchObject({
    reason: 'session_terminated',
    error: { code: 'joined-elsewhere' },
  });
  expect(server.joins).toHaveLength(1);
});
