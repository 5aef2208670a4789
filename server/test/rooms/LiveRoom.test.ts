import { describe, expect, it, vi } from 'vitest';
import { attach, offersTold, publish, TestRooms, told } from './support/TestRooms.ts';

describe('entering a room', () => {
  it('takes the seat and tells the others before anything is awaited', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    rooms.media.hold();
    const bob = rooms.enter();
    expect(told(alice, 'participantJoined')).toMatchObject([{ participant: { id: bob.participant.id } }]);
    expect(bob.room.participants.size).toBe(2);
  });

  it('lets in exactly as many as fit, also when they come at once', async () => {
    const rooms = new TestRooms();
    const people = [rooms.enter({ capacity: 2 }), rooms.enter({ capacity: 2 })];
    expect(() => rooms.enter({ capacity: 2 })).toThrowError(expect.objectContaining({ code: 'room-full' }));
    await Promise.all(people.map(({ answer }) => answer));
    people[0]?.room.remove(people[0].participant, 'left', null);
    await expect(rooms.entered({ capacity: 2 })).resolves.toBeDefined();
  });

  it('lists the streams of that moment and notifies of everything after it, once', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    await publish(alice, 'self', ['audio']);
    const release = rooms.media.hold();
    const bob = rooms.enter();
    const later = publish(alice, 'presentation', ['video']);
    release();
    await later;
    const answer = await bob.answer;
    await offersTold();
    expect(answer.participants[0]?.streams.map(({ key }) => key)).toEqual(['self']);
    expect(answer.initial.consumers.map(({ key }) => key)).toEqual(['self']);
    expect(told(bob, 'streamPublished').map(({ stream }) => stream.key)).toEqual(['presentation']);
    expect(told(bob, 'consumersAdded').flatMap(({ consumers }) => consumers.map(({ key }) => key))).toEqual([
      'presentation',
    ]);
  });

  it('leaves out of the answer what ended while it was made', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    await publish(alice, 'self', ['audio']);
    const release = rooms.media.hold();
    const bob = rooms.enter();
    alice.room.remove(alice.participant, 'left', null);
    release();
    expect((await bob.answer).initial.consumers).toEqual([]);
    expect(told(bob, 'participantLeft')).toEqual([{ participantId: alice.participant.id, reason: 'left', seq: 1 }]);
    expect(told(bob, 'consumersClosed')).toEqual([]);
  });

  it('starts the first consumers at once if the fingerprints are known, and paused if not', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    await publish(alice, 'self', ['audio']);
    expect((await (await rooms.entered()).answer).initial.consumers[0]?.paused).toBe(false);
    expect((await (await rooms.entered({ dtls: false })).answer).initial.consumers[0]?.paused).toBe(true);
  });

  it('keeps what is to be told until there is a socket', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered({ attached: false });
    const bob = await rooms.entered();
    await publish(bob, 'self', []);
    expect(alice.received).toEqual([]);
    attach(alice);
    expect(alice.received.map(({ method, data }) => [method, data.seq])).toEqual([
      ['participantJoined', 1],
      ['streamPublished', 2],
    ]);
  });

  it('fails when the participant has to go before the answer is made', async () => {
    const rooms = new TestRooms();
    const release = rooms.media.hold();
    const alice = rooms.enter();
    await rooms.rooms.roomDeleted(rooms.roomId);
    release();
    await expect(alice.answer).rejects.toMatchObject({ code: 'room-not-found' });
  });
});

describe('entering again', () => {
  it('replaces the older presence without the others losing the participant', async () => {
    const rooms = new TestRooms();
    const watcher = await rooms.entered();
    const before = await rooms.entered({ id: 'alice', capacity: 2 });
    await publish(before, 'self', ['audio']);
    await offersTold();
    const consumerId = told(watcher, 'consumersAdded')[0]?.consumers[0]?.id;
    const after = await rooms.entered({ id: 'alice', capacity: 2 });

    expect(before.gone).toEqual(['session_terminated']);
    expect(told(before, 'disconnecting')).toMatchObject([{ reason: 'session_terminated' }]);
    expect(after.gone).toEqual([]);
    expect(watcher.received.map(({ method }) => method).slice(3)).toEqual([
      'consumersClosed',
      'streamUnpublished',
      'participantUpdated',
    ]);
    expect(told(watcher, 'consumersClosed')).toMatchObject([{ consumerIds: [consumerId] }]);
    expect(watcher.room.participants.get('alice')).toBe(after.participant);
  });

  it('lets the replaced presence do nothing to the new one', async () => {
    const rooms = new TestRooms();
    const before = await rooms.entered({ id: 'alice' });
    const after = await rooms.entered({ id: 'alice' });
    before.room.remove(before.participant, 'lost', null);
    expect(after.room.participants.get('alice')).toBe(after.participant);
    expect(rooms.media.rooms).toHaveLength(1);
    expect(rooms.media.rooms[0]?.closed).toBe(false);
  });
});

describe('leaving a room', () => {
  it('tells the others, then which consumers ended, in one message', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const bob = await rooms.entered();
    await publish(bob, 'self', ['audio', 'video']);
    await publish(bob, 'presentation', ['video']);
    await offersTold();
    bob.room.remove(bob.participant, 'left', null);
    expect(alice.received.slice(-2).map(({ method }) => method)).toEqual(['participantLeft', 'consumersClosed']);
    expect(told(alice, 'consumersClosed')[0]?.consumerIds).toHaveLength(3);
    expect(bob.gone).toEqual([null]);
    expect(rooms.rooms.counts).toMatchObject({ participants: 1, producers: 0, consumers: 0 });
  });

  it('closes the media behind the last, and opens new media for the next', async () => {
    const rooms = new TestRooms(60_000);
    const alice = await rooms.entered();
    alice.room.remove(alice.participant, 'left', null);
    await offersTold();
    expect(rooms.media.rooms[0]?.closed).toBe(true);
    expect(rooms.media.rooms[0]?.transports.every(({ closed }) => closed)).toBe(true);
    await rooms.entered();
    expect(rooms.media.rooms).toHaveLength(2);
  });

  it('disconnects those whose media is lost, who do not hear of each other, and goes on with the others', async () => {
    const rooms = new TestRooms(60_000);
    const [alice, bob, carol] = [await rooms.entered(), await rooms.entered(), await rooms.entered()];
    await publish(bob, 'self', ['audio', 'video']);
    await offersTold();
    const [ofAlice, , ofBob] = rooms.media.rooms[0]?.transports ?? [];
    ofAlice?.lose();
    ofBob?.lose();
    await offersTold();
    expect([alice.gone, bob.gone, carol.gone]).toEqual([['network_error'], ['network_error'], []]);
    expect(told(alice, 'participantLeft')).toEqual([]);
    expect(told(bob, 'participantLeft')).toEqual([]);
    expect(told(carol, 'participantLeft')).toMatchObject([{ reason: 'lost' }, { reason: 'lost' }]);
    expect(told(carol, 'consumersClosed')[0]?.consumerIds).toHaveLength(2);
    expect(rooms.rooms.counts).toMatchObject({ participants: 1, producers: 0, consumers: 0 });
    expect(rooms.media.rooms[0]?.closed).toBe(false);

    const dtls = { fingerprints: [{ algorithm: 'sha-256' as const, value: 'AA' }] };
    const { room } = rooms.rooms.wait(rooms.roomId, { send: dtls, receive: dtls });
    await offersTold();
    expect(room.inLobby).toBe(1);
    rooms.media.rooms[0]?.transports.at(-1)?.lose();
    expect(room.inLobby).toBe(0);

    const again = await rooms.entered({ id: alice.participant.id });
    ofAlice?.lose();
    await offersTold();
    expect(again.gone).toEqual([]);
    expect(rooms.media.rooms).toHaveLength(1);
  });
});

describe('the record of sessions', () => {
  it('begins with the first and ends when nobody has come back in time', async () => {
    vi.useFakeTimers();
    try {
      const rooms = new TestRooms(30_000);
      const alice = await rooms.entered({ id: 'alice' });
      const { sessionId } = await alice.answer;
      alice.room.remove(alice.participant, 'left', null);
      await vi.advanceTimersByTimeAsync(29_000);
      const again = await rooms.entered({ id: 'alice' });
      expect((await again.answer).sessionId).toBe(sessionId);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(rooms.records.sessions).toMatchObject([{ ended: false }]);
      again.room.remove(again.participant, 'left', null);
      await vi.advanceTimersByTimeAsync(30_000);
      expect(rooms.records.sessions).toMatchObject([{ id: sessionId, ended: true }]);
      expect(rooms.rooms.get(rooms.roomId)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('never gives a session that is being ended to somebody new', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    const end = vi.spyOn(rooms.records, 'end');
    const ended = rooms.rooms.get(rooms.roomId)?.end('session_terminated');
    const bob = await rooms.entered();
    await ended;
    expect(end).toHaveBeenCalledOnce();
    expect((await bob.answer).sessionId).not.toBe((await alice.answer).sessionId);
    expect(rooms.records.sessions.map((session) => session.ended)).toEqual([true, false]);
  });

  it('says why a session ended, and why each of its people left', async () => {
    const empty = new TestRooms();
    const [leaves, loses, kicked] = await Promise.all(['ada', 'bob', 'cy'].map((id) => empty.entered({ id })));
    leaves?.room.remove(leaves.participant, 'left', null);
    loses?.room.remove(loses.participant, 'lost', 'unauthorized');
    kicked?.room.remove(kicked.participant, 'kicked', 'kicked');
    await vi.waitFor(() => expect(empty.records.sessions).toMatchObject([{ ended: true, reason: 'empty' }]));
    expect(empty.records.participants.map(({ reason }) => reason)).toEqual(['left', 'unauthorized', 'kicked']);

    const ends: [reason: string, end: (rooms: TestRooms) => Promise<void> | undefined][] = [
      ['session_terminated', ({ rooms, roomId }) => rooms.get(roomId)?.end('session_terminated')],
      ['room_expired', ({ rooms, roomId }) => rooms.roomDeleted(roomId)],
      ['server_stopped', ({ rooms }) => rooms.close()],
    ];
    for (const [reason, end] of ends) {
      const rooms = new TestRooms(60_000);
      await rooms.entered();
      await end(rooms);
      expect(rooms.records.sessions).toMatchObject([{ ended: true, reason }]);
      expect(rooms.records.participants).toMatchObject([{ left: true, reason }]);
    }
  });

  it('does not stop a room when it cannot be written', async () => {
    const rooms = new TestRooms();
    vi.spyOn(rooms.records, 'participantJoined').mockRejectedValue(new Error('disk full'));
    await expect(rooms.entered()).resolves.toBeDefined();
  });

  it('refuses the entrance when the room is gone from it', async () => {
    const rooms = new TestRooms();
    vi.spyOn(rooms.records, 'open').mockRejectedValue(Object.assign(new Error('gone'), { code: 'room-not-found' }));
    await expect(rooms.entered()).rejects.toMatchObject({ code: 'room-not-found' });
  });
});

describe('all rooms', () => {
  it('tells everyone in a deleted room and lets nobody in again', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered();
    await rooms.rooms.roomDeleted(rooms.roomId);
    expect(alice.gone).toEqual(['room_expired']);
    expect(rooms.records.sessions).toMatchObject([{ ended: true }]);
    expect(() => rooms.enter()).toThrowError(expect.objectContaining({ code: 'room-not-found' }));
  });

  it('takes nobody new while stopping and ends every session', async () => {
    const rooms = new TestRooms(60_000);
    const alice = await rooms.entered();
    await rooms.rooms.close();
    expect(alice.gone).toEqual(['network_error']);
    expect(rooms.records.sessions).toMatchObject([{ ended: true }]);
    expect(rooms.rooms.counts).toEqual({ rooms: 0, participants: 0, transports: 0, producers: 0, consumers: 0 });
    expect(() => rooms.enter()).toThrowError(expect.objectContaining({ code: 'server-stopping' }));
  });
});
