import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unpublishStream, updateProducer } from '../../src/rooms/publishing.ts';
import { publish, type TestPerson, TestRooms, told } from './support/TestRooms.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Two people, of whom one publishes both kinds and the other receives them. */
async function setUp() {
  const rooms = new TestRooms();
  const alice = await rooms.entered({ id: 'alice' });
  const [audio, video] = await publish(alice, 'self', ['audio', 'video']);
  const bob = await rooms.entered({ id: 'bob' });
  const transports = rooms.media.rooms[0]?.transports ?? [];
  const produced = transports.flatMap((transport) => transport.produced);
  const consumed = transports.flatMap((transport) => transport.consumed);
  const score = (id: string | undefined, value: number) => produced.find((one) => one.id === id)?.onScore?.(value);
  return { rooms, alice, bob, audio, video, score, consumed };
}

const heard = (person: TestPerson) =>
  told(person, 'qualityChanged').map(({ participants, producers, consumers }) => ({
    participants,
    producers,
    consumers,
  }));

describe('scores of the SFU', () => {
  it('are told to everybody as the level of the sender, and to the sender by producer, a second later', async () => {
    const { alice, bob, audio, video, score } = await setUp();
    score(audio?.id, 8);
    score(video?.id, 3);
    vi.advanceTimersByTime(999);
    expect(heard(bob)).toEqual([]);
    vi.advanceTimersByTime(1);
    const participants = [['alice', 2]];
    expect(heard(bob)).toEqual([{ participants, producers: [], consumers: [] }]);
    const producers = [
      [audio?.id, 4],
      [video?.id, 2],
    ];
    expect(heard(alice)).toEqual([{ participants, producers, consumers: [] }]);
  });

  it('of consumers are told to who receives, and to nobody else', async () => {
    const { alice, bob, consumed } = await setUp();
    consumed[0]?.options.onScore?.(1);
    vi.advanceTimersByTime(1_000);
    expect(told(bob, 'qualityChanged')).toMatchObject([
      // One of two is bad: the mean of it.
      { participants: [], producers: [], consumers: [[consumed[0]?.id, 1]], receiving: 3 },
    ]);
    expect(heard(alice)).toEqual([]);
  });

  it('that stay within a level are told to nobody, and nothing runs', async () => {
    const { bob, audio, score } = await setUp();
    score(audio?.id, 9);
    expect(vi.getTimerCount()).toBe(0);
    score(audio?.id, 6);
    score(audio?.id, 10);
    vi.advanceTimersByTime(5_000);
    expect(heard(bob)).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of what is off or gone count no more', async () => {
    const { alice, bob, audio, video, score } = await setUp();
    score(audio?.id, 2);
    score(video?.id, 5);
    vi.advanceTimersByTime(1_000);
    await updateProducer(alice.room, alice.participant, { id: audio?.id as string, paused: true });
    vi.advanceTimersByTime(1_000);
    unpublishStream(alice.room, alice.participant, 'self');
    vi.advanceTimersByTime(1_000);
    expect(heard(bob).map(({ participants }) => participants)).toEqual([
      [['alice', 1]],
      [['alice', 3]],
      [['alice', 5]],
    ]);
  });

  it('that are bad are told to who comes later', async () => {
    const { rooms, audio, score } = await setUp();
    score(audio?.id, 4);
    vi.advanceTimersByTime(1_000);
    const carol = await rooms.entered({ id: 'carol' });
    expect(heard(carol)).toEqual([{ participants: [['alice', 2]], producers: [], consumers: [] }]);
  });

  it('leave no timer behind when everybody has gone', async () => {
    const { alice, bob, audio, score } = await setUp();
    score(audio?.id, 4);
    for (const { room, participant } of [alice, bob]) room.remove(participant, 'left', null);
    // The session's own grace is over at once in these tests.
    vi.advanceTimersByTime(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
