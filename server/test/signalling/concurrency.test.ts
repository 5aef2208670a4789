import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationData } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

const PEOPLE = 16;
const SPREAD_MS = 60;
const EVERYTHING = { audio: 100, video: 100 };

let server: LiveServer;
beforeAll(async () => {
  server = await startLiveServer({ requests: { rate: 1_000, burst: 1_000 } }, { PARLOUR_WORKERS: '2' });
});
afterAll(() => server.close());

/** What a client has to believe by what it was told: `participant → stream keys`, and the producers it receives. */
function beliefOf({ answer, received }: TestClient) {
  const people = new Map<string, Set<string>>();
  const consumed = new Map<string, string>();
  const doubled: string[] = [];
  const add = ({ id, streams }: NotificationData<'participantJoined'>['participant']) => {
    if (people.has(id)) doubled.push(id);
    people.set(id, new Set(streams.map(({ key }) => key)));
  };
  const consume = ({ consumers }: NotificationData<'consumersAdded'>) => {
    for (const { id, producerId } of consumers) {
      if ([...consumed.values()].includes(producerId)) doubled.push(producerId);
      consumed.set(id, producerId);
    }
  };
  answer.participants.forEach(add);
  consume(answer.initial);
  for (const { method, data } of received) {
    if (method === 'participantsListed') data.participants.forEach(add);
    if (method === 'participantJoined') add(data.participant);
    if (method === 'participantLeft') people.delete(data.participantId);
    if (method === 'streamPublished') {
      const keys = people.get(data.participantId);
      if (!keys || keys.has(data.stream.key)) doubled.push(`${data.participantId} ${data.stream.key}`);
      keys?.add(data.stream.key);
    }
    if (method === 'streamUnpublished') people.get(data.participantId)?.delete(data.key);
    if (method === 'consumersAdded') consume(data);
    if (method === 'consumersClosed') for (const id of data.consumerIds) consumed.delete(id);
  }
  const seqs = received.flatMap(({ data }) => data.seq ?? []);
  return {
    people: Object.fromEntries([...people].sort().map(([id, keys]) => [id, [...keys].sort()])),
    producers: [...consumed.values()].sort(),
    doubled,
    gapless: seqs.every((seq, index) => seq === index + 1),
  };
}

/** Random numbers that are the same in every run of a round. */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('people who come, publish and go at random moments', () => {
  it.each([1, 2, 3])('all see the same in the end: nothing missing, nothing doubled (round %i)', async (round) => {
    const random = dice(round);
    const roomId = server.createRoom();
    const truth = new Map<string, string[]>();
    const producers: { of: string; id: string }[] = [];
    const clients: TestClient[] = [];

    const live = async () => {
      const [start, publishes, unpublishes, leaves] = [
        random() * SPREAD_MS,
        random() < 0.8,
        random() < 0.3,
        random() < 0.15,
      ];
      const token = await server.token({ roomId });
      await new Promise((resolve) => setTimeout(resolve, start));
      const client = new TestClient(server);
      const attached = client.attach(token);
      await client.join({ roomId, token, demand: EVERYTHING });
      const id = client.answer.self.id;
      truth.set(id, []);
      if (publishes) {
        const made = [await client.producer('audio'), await client.producer('video', 3)];
        const posted = await client.post('publishStream', { key: 'self', producers: made });
        expect(posted.status).toBe(200);
        await attached;
        if (unpublishes) await client.request('unpublishStream', { key: 'self' });
        else {
          truth.set(id, ['self']);
          producers.push(...made.map((producer) => ({ of: id, id: producer.id })));
        }
      }
      await attached;
      if (!leaves) return clients.push(client);
      truth.delete(id);
      return client.request('leave', {});
    };
    await Promise.all(Array.from({ length: PEOPLE }, live));

    expect(clients.length).toBeGreaterThan(PEOPLE / 2);
    for (const client of clients) {
      const self = client.answer.self.id;
      const expected = producers
        .filter(({ of }) => of !== self && truth.has(of))
        .map(({ id }) => id)
        .sort();
      const fits = () => JSON.stringify(beliefOf(client).producers) === JSON.stringify(expected);
      await client.until(fits, 'the right consumers did not come');
      await client.settled();
      expect(client.misunderstood).toEqual([]);
      expect(beliefOf(client)).toEqual({
        people: Object.fromEntries([...truth].filter(([id]) => id !== self).sort()),
        producers: expected,
        doubled: [],
        gapless: true,
      });
    }
    for (const client of clients) client.close();
  });
});
