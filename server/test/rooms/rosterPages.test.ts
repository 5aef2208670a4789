import { describe, expect, it } from 'vitest';
import { ANSWER_BYTES } from '../../src/rooms/rosterPages.ts';
import { publish, TestRooms, told } from './support/TestRooms.ts';

describe('a large room', () => {
  it('is listed whole: a first page within one TCP flight, the rest as notifications before any other', async () => {
    const rooms = new TestRooms();
    const people = await Promise.all(Array.from({ length: 300 }, () => rooms.entered({ capacity: 1_000 })));
    await Promise.all(people.slice(0, 12).map((person) => publish(person, 'self', ['audio', 'video'], 3)));
    const late = rooms.enter({ capacity: 1_000, demand: { audio: 3, video: 9 } });
    people[0]?.room.remove(people[0].participant, 'left', null);
    const answer = await late.answer;

    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(ANSWER_BYTES);
    expect(answer.participants.length).toBeGreaterThan(5);
    const pages = told(late, 'participantsListed');
    expect(late.received.slice(0, pages.length).every(({ method }) => method === 'participantsListed')).toBe(true);
    const listed = [...answer.participants, ...pages.flatMap(({ participants }) => participants)];
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(people.map(({ participant }) => participant.id)));
    expect(listed).toHaveLength(300);
    expect(answer.participantsRemaining).toBe(300 - answer.participants.length);
    expect(pages.at(-1)?.remaining).toBe(0);
  });
});
