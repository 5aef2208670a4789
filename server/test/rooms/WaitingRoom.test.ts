import { describe, expect, it } from 'vitest';
import { TestRooms } from './support/TestRooms.ts';

const ADA = { id: 'ada', name: 'Ada' };
const never = new AbortController().signal;

describe('a room that somebody wants to come into', () => {
  it('is not opened for who is kept out, be it to wait or to enter', async () => {
    const rooms = new TestRooms();
    await rooms.entered({ id: 'ada' });
    await rooms.rooms.get(rooms.roomId)?.moderation.ban(['ada'], 60);
    await rooms.rooms.get(rooms.roomId)?.end('session_terminated');
    expect(() => rooms.rooms.before(rooms.roomId, 'ada')).toThrow(/removed/);
    expect(() => rooms.enter({ id: 'ada' })).toThrow(/removed/);
    expect(rooms.rooms.get(rooms.roomId)).toBeUndefined();
  });

  it('is forgotten with the last who waited, and not before', async () => {
    const rooms = new TestRooms();
    const room = rooms.rooms.before(rooms.roomId, 'ada');
    const asked = room.waitingRoom.wait(ADA, never);
    await rooms.entered({ id: 'grace' });
    rooms.rooms.get(rooms.roomId)?.disconnectAll('kicked');
    expect(rooms.rooms.get(rooms.roomId)).toBe(room);
    room.waitingRoom.turnAway('all');
    await expect(asked).rejects.toMatchObject({ code: 'turned-away' });
    await expect.poll(() => rooms.rooms.get(rooms.roomId)).toBeUndefined();
  });
});

describe('somebody who waits', () => {
  it('is let in also by a decision that comes while it asks again', async () => {
    const rooms = new TestRooms();
    const { waitingRoom } = rooms.rooms.before(rooms.roomId, 'ada');
    const page = new AbortController();
    const first = waitingRoom.wait(ADA, page.signal);
    page.abort();
    expect(await first).toBe(false);
    await waitingRoom.admit('all');
    // It has looked at the database before that.
    expect(await waitingRoom.wait(ADA, never)).toBe(true);
    await waitingRoom.forget(['ada']);
    const again = waitingRoom.wait(ADA, never);
    expect(waitingRoom.size).toBe(1);
    waitingRoom.turnAway('all');
    await expect(again).rejects.toMatchObject({ code: 'turned-away' });
  });

  it('and goes, with nobody in the room, leaves the admissions of others as they were', async () => {
    const rooms = new TestRooms();
    const { waitingRoom } = rooms.rooms.before(rooms.roomId, 'ada');
    await rooms.admissions.add(rooms.roomId, ['grace']);
    const asked = waitingRoom.wait(ADA, never);
    waitingRoom.turnAway('all');
    await expect(asked).rejects.toMatchObject({ code: 'turned-away' });
    expect(await rooms.admissions.has(rooms.roomId, 'grace')).toBe(true);
  });
});
