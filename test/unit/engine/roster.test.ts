import { describe, expect, it } from 'vitest';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';

describe('what happens around the join’s answer', () => {
  it('is in the state when it happens between the entrance and the answer', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'a', streams: [{}] });
    server.room.enter({ id: 'b', streams: [{}] });
    const { room } = createTestRoom(server);
    const events = recordEvents(room);
    const held = server.gates.hold('entered');
    const connecting = room.connect();
    await held.arrived;
    server.room.leave('a');
    server.room.enter({ id: 'c', streams: [{}] });
    server.room.set('b', 'audio', { enabled: false });
    held.release();
    await connecting;
    await settled();
    const { participants, streams } = room.getState();
    expect([...participants.keys()].sort()).toEqual(['b', 'c', 'me']);
    expect([...streams.keys()].sort()).toEqual(['b/self', 'c/self']);
    expect(streams.get('b/self')?.isAudioEnabled).toBe(false);
    expect(events[0]).toEqual(['connected']);
  });
});

describe('a roster in pages', () => {
  const ids = Array.from({ length: 25 }, (_, index) => `p${index}`);

  it('is complete at connected, and nobody in it is told as joined', async () => {
    const server = new FakeRoomServer({ rosterPage: 10 });
    for (const id of ids) server.room.enter({ id, streams: [{}] });
    const { room } = createTestRoom(server);
    const events = recordEvents(room);
    const sizes: number[] = [];
    room.on('connected', ({ participants, streams }) => sizes.push(participants.size, streams.size));
    await room.connect();
    expect(sizes).toEqual([26, 25]);
    expect(events).toEqual([['connected']]);
  });

  it('has room for comings and goings before its last page', async () => {
    const server = new FakeRoomServer({ rosterPage: 10 });
    for (const id of ids) server.room.enter({ id, streams: [{}] });
    const { room } = createTestRoom(server);
    const events = recordEvents(room);
    const held = server.gates.hold('entered');
    const connecting = room.connect();
    await held.arrived;
    server.room.leave('p0');
    server.room.leave('p24');
    server.room.enter({ id: 'late' });
    held.release();
    await connecting;
    await settled();
    expect(room.getState().participants.size).toBe(25);
    expect(room.getState().participants.has('late')).toBe(true);
    expect(events[0]).toEqual(['connected']);
  });

  it('shows the speaker as speaking on whichever page it is', async () => {
    const server = new FakeRoomServer({ rosterPage: 10 });
    for (const id of ids) server.room.enter({ id, streams: [{}] });
    server.room.speak('p20');
    const { room } = createTestRoom(server);
    await room.connect();
    expect(room.getState().activeSpeakerId).toBe('p20');
    expect(room.getState().participants.get('p20')?.isSpeaking).toBe(true);
  });

  it('brings the tracks of streams whose participants come on a later page', async () => {
    const server = new FakeRoomServer({ rosterPage: 10 });
    for (const id of ids) server.room.enter({ id, streams: [{}] });
    const { room, clock } = createTestRoom(server, { initialDemand: { audio: 25, video: 25 } });
    const held = server.gates.hold('entered');
    const connecting = room.connect();
    await held.arrived;
    const openSocket = server.connectionOf().closeSocket();
    held.release();
    await settled();
    expect(room.getState().status).toBe('connecting');
    openSocket();
    await connecting;
    await clock.frame();
    const streams = [...room.getState().streams.values()];
    expect(streams.filter(({ videoTrack }) => videoTrack)).toHaveLength(25);
    expect(streams.filter(({ audioTrack, isConfigured }) => audioTrack && isConfigured)).toHaveLength(25);
  });
});
