import { describe, expect, it } from 'vitest';
import { lowerHands, updateSelf } from '../../src/rooms/conversation/attributes.ts';
import { type TestPerson, TestRooms, told } from './support/TestRooms.ts';

async function twoPeople() {
  const rooms = new TestRooms();
  const host = await rooms.entered({ id: 'host', context: 'desk', grants: { moderate: true } });
  const ada = await rooms.entered({ id: 'ada' });
  return { rooms, host, ada };
}

const update = ({ room, participant }: TestPerson, change: Parameters<typeof updateSelf>[2]) =>
  updateSelf(room, participant, change);
const lower = ({ room, participant }: TestPerson, ...ids: string[]) => lowerHands(room, participant, ids);
const updates = (person: TestPerson) => told(person, 'participantUpdated').map(({ participant }) => participant);

describe('a raised hand', () => {
  it('is told to everybody, with a time that no other has', async () => {
    const { host, ada } = await twoPeople();
    update(ada, { handRaised: true });
    update(host, { handRaised: true });
    expect(updates(host)).toMatchObject([
      { id: 'ada', handRaisedAt: 1_000 },
      { id: 'host', handRaisedAt: 1_001 },
    ]);
    expect(updates(ada)).toHaveLength(2);
  });

  it('stays where it is in the order when it is raised again, and nobody is told', async () => {
    const { host, ada } = await twoPeople();
    update(ada, { handRaised: true });
    update(ada, { handRaised: true });
    expect(updates(host)).toHaveLength(1);
  });

  it('is seen by those who come later, and is still up after a page is loaded again', async () => {
    const { rooms, ada } = await twoPeople();
    update(ada, { handRaised: true });
    const late = await rooms.entered();
    expect((await late.answer).participants).toMatchObject([{ id: 'host' }, { id: 'ada', handRaisedAt: 1_000 }]);
    const again = await rooms.entered({ id: 'ada' });
    expect((await again.answer).self.handRaisedAt).toBe(1_000);
    expect(updates(late)).toMatchObject([{ id: 'ada', handRaisedAt: 1_000 }]);
  });

  it('is lowered by its owner and by moderators, and by nobody else', async () => {
    const { rooms, host, ada } = await twoPeople();
    const bob = await rooms.entered({ id: 'bob' });
    for (const person of [host, ada, bob]) update(person, { handRaised: true });
    lower(bob, 'bob');
    expect(() => lower(bob, 'bob', 'ada')).toThrow(expect.objectContaining({ code: 'not-allowed' }));
    expect([bob, ada].map(({ participant }) => participant.handRaised)).toEqual([false, true]);
    lower(host, 'host', 'ada', 'bob', 'gone');
    expect(updates(ada).at(-1)).not.toHaveProperty('handRaisedAt');
    expect(updates(ada)).toHaveLength(6);
  });
});

describe('a context', () => {
  it('is changed and taken away for all to see, and on record', async () => {
    const { rooms, host, ada } = await twoPeople();
    update(host, { context: 'kitchen' });
    expect(updates(ada)).toMatchObject([{ id: 'host', context: 'kitchen' }]);
    await host.room.end('session_terminated');
    expect(rooms.records.participants).toMatchObject([{ id: 'host', context: 'kitchen' }, { id: 'ada' }]);
  });

  it('that is taken away is gone', async () => {
    const { host, ada } = await twoPeople();
    update(host, { context: null });
    expect(updates(ada)[0]).not.toHaveProperty('context');
  });

  it('that is the same tells nobody anything', async () => {
    const { host, ada } = await twoPeople();
    update(host, { context: 'desk', handRaised: false });
    update(ada, { context: null });
    expect([...updates(ada), ...updates(host)]).toEqual([]);
  });
});
