import { describe, expect, it } from 'vitest';
import type { Notification } from '../../../src/protocol/index.ts';
import { NotificationInbox } from '../../../src/signalling/NotificationInbox.ts';

/** An inbox, and what it has delivered: for each notification the id in it. */
function setUp() {
  const inbox = new NotificationInbox();
  const delivered: string[] = [];
  const deliver = ({ method, data }: Notification) => {
    delivered.push(method === 'participantLeft' ? data.participantId : method);
  };
  const take = (participantId: string, seq?: number) =>
    inbox.take('participantLeft', { participantId, reason: 'left', ...(seq !== undefined && { seq }) });
  return { inbox, delivered, deliver, take };
}

describe('NotificationInbox', () => {
  it('holds everything until somebody listens, then delivers in order and at once', () => {
    const { inbox, delivered, deliver, take } = setUp();
    take('a', 1);
    take('b', 2);
    expect(delivered).toEqual([]);
    inbox.start(0, deliver);
    expect(delivered).toEqual(['a', 'b']);
    take('c', 3);
    expect(delivered).toEqual(['a', 'b', 'c']);
  });

  it('takes each number once', () => {
    const { inbox, delivered, deliver, take } = setUp();
    take('a', 1);
    take('a', 1);
    inbox.start(0, deliver);
    take('a', 1);
    take('b', 2);
    take('a', 1);
    take('b', 2);
    expect(delivered).toEqual(['a', 'b']);
  });

  it('leaves out what the join’s answer contains already, before and after the start', () => {
    const { inbox, delivered, deliver, take } = setUp();
    take('a', 1);
    take('b', 2);
    take('c', 3);
    inbox.start(2, deliver);
    take('b', 2);
    take('d', 4);
    expect(delivered).toEqual(['c', 'd']);
  });

  it('tells of a gap, and takes nothing after it until what was lost has come', () => {
    let gaps = 0;
    const inbox = new NotificationInbox(() => {
      gaps += 1;
    });
    const delivered: unknown[] = [];
    inbox.start(0, ({ data }) => delivered.push((data as { participantId: string }).participantId));
    const take = (participantId: string, seq: number) =>
      inbox.take('participantLeft', { participantId, reason: 'left', seq });
    take('a', 1);
    take('c', 3);
    take('d', 4);
    expect(gaps).toBe(2);
    expect(inbox.seq).toBe(1);
    for (const [id, seq] of [
      ['b', 2],
      ['c', 3],
      ['d', 4],
    ] as const)
      take(id, seq);
    expect(delivered).toEqual(['a', 'b', 'c', 'd']);
    expect(gaps).toBe(2);
  });

  it('counts what it does not understand', () => {
    const { inbox, delivered, deliver, take } = setUp();
    inbox.start(0, deliver);
    inbox.take('somethingNew', { seq: 1 });
    inbox.take('participantLeft', { seq: 2 });
    take('c', 3);
    expect(delivered).toEqual(['c']);
    expect(inbox.seq).toBe(3);
  });

  it('takes those without a number every time', () => {
    const { inbox, delivered, deliver } = setUp();
    inbox.start(5, deliver);
    inbox.take('audioLevels', { levels: [] });
    inbox.take('audioLevels', { levels: [] });
    expect(delivered).toEqual(['audioLevels', 'audioLevels']);
  });

  it.each<[string, unknown]>([
    ['somethingNew', {}],
    ['toString', {}],
    ['__proto__', {}],
    ['participantLeft', null],
    ['participantLeft', { participantId: 'a' }],
    ['participantLeft', { participantId: 'a', reason: 'left', seq: 'one' }],
    ['participantLeft', 'a string'],
  ])('leaves out %s with %o', (method, data) => {
    const { inbox, delivered, deliver, take } = setUp();
    inbox.start(0, deliver);
    inbox.take(method, data);
    take('a', 1);
    expect(delivered).toEqual(['a']);
  });
});
