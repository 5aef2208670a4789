import { describe, expect, it } from 'vitest';
import { Notice } from '../../src/rooms/Notice.ts';
import { noticeFrame } from '../../src/signalling/noticeFrame.ts';
import { into, TestRooms } from '../rooms/support/TestRooms.ts';

/** What a client reads in a frame. */
function read(frame: Buffer): { method: string; data: Record<string, unknown> } {
  expect(frame[0]).toBe(0x81);
  const short = frame[1] as number;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  const length = short < 126 ? short : short === 126 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2));
  expect(frame.length).toBe(start + length);
  return JSON.parse(frame.toString('utf8', start));
}

/** A notice that counts how often it is serialised. */
function counted(shared: boolean) {
  const count = { times: 0 };
  const toJSON = () => {
    count.times += 1;
    return ['ada'];
  };
  const notice = new Notice('consumersClosed', { consumerIds: { toJSON } as unknown as string[] }, { shared });
  return { notice, count };
}

describe('the frame of a notice', () => {
  it.each([0, 10, 80, 1_000, 70_000])('can be read with %i letters of any alphabet in it', (letters) => {
    const message = 'ä'.repeat(letters);
    const data = { id: 'm', participantId: 'ada', message, recipients: null, sentAt: 1 };
    const { method, data: told } = read(noticeFrame(new Notice('messageReceived', data as never), 7));
    expect(method).toBe('messageReceived');
    expect(told).toEqual({ ...data, seq: 7 });
  });

  it('has no number where the notice has none', () => {
    expect(read(noticeFrame(new Notice('audioLevels', { levels: [['ada', 0.5]] }), null)).data).toEqual({
      levels: [['ada', 0.5]],
    });
  });

  it('holds a number alone, and nothing', () => {
    const empty = new Notice('consumersClosed', {} as never);
    expect(read(noticeFrame(empty, 3)).data).toEqual({ seq: 3 });
    expect(read(noticeFrame(empty, null)).data).toEqual({});
  });

  it('is serialised once for everybody who hears it', () => {
    const { notice, count } = counted(true);
    const frames = Array.from({ length: 1_000 }, (_, index) => noticeFrame(notice, index + 1));
    expect(count.times).toBe(1);
    expect(read(frames[999] as Buffer).data).toEqual({ seq: 1_000, consumerIds: ['ada'] });
  });

  it('is one and the same for all who hear what has no number', () => {
    const notice = new Notice('audioLevels', { levels: [] }, { shared: true });
    expect(noticeFrame(notice, null)).toBe(noticeFrame(notice, null));
  });

  it('is not kept for one person alone', () => {
    const { notice, count } = counted(false);
    noticeFrame(notice, 1);
    noticeFrame(notice, 1);
    expect(count.times).toBe(2);
  });
});

describe('a room of many', () => {
  it('tells each change as one notice, whatever number it has for each', async () => {
    const rooms = new TestRooms();
    const people = [];
    for (let index = 0; index < 20; index += 1) people.push(await rooms.entered({ capacity: 20 }));
    const heard = people.map((person) => {
      const notices: Notice[] = [];
      const seq = person.participant.outbox.seq;
      person.participant.outbox.attach((notice, number) => {
        notices.push(notice);
        into(person.received)(notice, number);
      }, seq);
      return notices;
    });
    const [speaker, ...others] = people;
    speaker?.room.setReconnecting(speaker.participant, true);
    rooms.media.rooms[0]?.events.audioVolumes([]);
    speaker?.room.tellAll('reactionReceived', { participantId: 'ada', reaction: 'hello' });
    expect(new Set(heard.slice(1).flat()).size).toBe(3);
    const numbers = others.map(
      ({ received }) => received.findLast(({ method }) => method === 'participantUpdated')?.data.seq,
    );
    expect(new Set(numbers).size).toBeGreaterThan(1);
  });
});
