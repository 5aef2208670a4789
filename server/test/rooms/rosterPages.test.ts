import { describe, expect, it } from 'vitest';
import { updateSelf } from '../../src/rooms/conversation/attributes.ts';
import { censor, changeGrants } from '../../src/rooms/moderating.ts';
import { updateProducer } from '../../src/rooms/publishing.ts';
import { ANSWER_BYTES } from '../../src/rooms/rosterPages.ts';
import { serialise } from '../../src/rooms/serialise.ts';
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

  it('lists everybody as they are now, however often they were listed before', async () => {
    const rooms = new TestRooms();
    const [ada] = await Promise.all(
      Array.from({ length: 100 }, (_, index) => rooms.entered({ id: `${index}`, capacity: 200 })),
    );
    if (!ada) throw new Error('Nobody is there.');
    const listed = async () => {
      const late = await rooms.entered({ capacity: 200 });
      const pages = [
        (await late.answer).participants,
        ...told(late, 'participantsListed').map((page) => page.participants),
      ];
      // As it is sent, and not as it is kept.
      for (const page of pages) for (const info of page) expect(JSON.parse(serialise(info).json)).toEqual(info);
      late.room.remove(late.participant, 'left', null);
      return pages.flat().find(({ id }) => id === ada.participant.id);
    };
    expect(await listed()).toMatchObject({ connection: 'connected', streams: [] });
    expect(ada.participant.info).toBe(ada.participant.info);
    updateSelf(ada.room, ada.participant, { context: 'on the train', handRaised: true });
    ada.room.setReconnecting(ada.participant, true);
    expect(await listed()).toMatchObject({
      connection: 'reconnecting',
      context: 'on the train',
      handRaisedAt: expect.any(Number),
    });
    const [microphone] = await publish(ada, 'self', ['audio']);
    expect(await listed()).toMatchObject({ streams: [{ audio: { enabled: true } }] });
    await updateProducer(ada.room, ada.participant, { id: microphone?.id ?? '', paused: true });
    expect(await listed()).toMatchObject({ streams: [{ audio: { enabled: false } }] });
    await censor(ada.room, [ada.participant.id], ['audio'], { by: 'operator' });
    await changeGrants(ada.room, [ada.participant.id], { message: false });
    expect(await listed()).toMatchObject({
      streams: [{ audio: { censored: true } }],
      grants: { message: false },
      censored: expect.any(Object),
    });
  });
});
