import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRepositories, type Repositories } from '../../src/db/repositories/index.ts';
import type { Upkeep } from '../../src/operations/Upkeep.ts';
import { endSignsOfLife, giveSignsOfLife } from '../../src/servers/signsOfLife.ts';
import { DATABASES } from '../support/databases.ts';
import { ROOM_VALUES } from '../support/roomValues.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';

const [A, B] = ['aaaaaaaa-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000000'];

describe.each(DATABASES)('servers on %s', (_name, start) => {
  let database: TestDatabase;
  let clock: TestClock;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    clock = new TestClock('2026-03-10T12:00:00.000Z');
  });
  afterAll(() => database?.stop());

  /** A server that has started; `beat` is what it does every five seconds. */
  const startServer = async (serverId: string) => {
    const repositories = createRepositories(database.database.db, clock.now, serverId);
    const life = { serverId, repositories, now: clock.now };
    let beat = async () => {};
    const upkeep: Pick<Upkeep, 'every'> = {
      every: (_task, _intervalMs, task) => {
        beat = task;
      },
    };
    await giveSignsOfLife(life, upkeep);
    return { ...repositories, beat, stop: () => endSignsOfLife(life) };
  };
  const beginSession = async ({ rooms, sessions }: Repositories, ...ids: string[]) => {
    const sessionId = await sessions.open((await rooms.create(ROOM_VALUES)).id);
    for (const id of ids) await sessions.participantJoined({ id, sessionId, context: null });
    return sessionId;
  };
  const stateOf = async ({ sessionHistory }: Repositories, sessionId: string) => {
    const participants = (await sessionHistory.participantsOfSessions([sessionId], 10)).get(sessionId) ?? [];
    return {
      endedAt: (await sessionHistory.find(sessionId))?.endedAt?.toISOString() ?? null,
      leftAt: Object.fromEntries(participants.map(({ id, leftAt }) => [id, leftAt?.toISOString() ?? null])),
    };
  };

  test('what a crash left open ends at the last sign of life, not when the server comes back', async () => {
    const before = await startServer(A);
    const sessionId = await beginSession(before, 'ada', 'bob');
    clock.advance({ secs: 60 });
    await before.sessions.participantLeft({ id: 'bob', sessionId }, 'left');
    clock.advance({ secs: 60 });
    await before.beat();
    clock.advance({ days: 1 });
    const after = await startServer(A);
    expect(await stateOf(after, sessionId)).toEqual({
      endedAt: '2026-03-10T12:02:00.000Z',
      leftAt: { ada: '2026-03-10T12:02:00.000Z', bob: '2026-03-10T12:01:00.000Z' },
    });
    // Who asks for what has changed since yesterday learns of it.
    expect((await after.sessionHistory.find(sessionId))?.updatedAt.toISOString()).toBe('2026-03-11T12:02:00.000Z');
  });

  test('whoever came after the last sign of life was there until then at the least', async () => {
    const before = await startServer(A);
    const sessionId = await beginSession(before, 'ada');
    clock.advance({ secs: 3 });
    await before.sessions.participantJoined({ id: 'bob', sessionId, context: null });
    clock.advance({ secs: 30 });
    const after = await startServer(A);
    expect(await stateOf(after, sessionId)).toEqual({
      endedAt: '2026-03-10T12:00:03.000Z',
      leftAt: { ada: '2026-03-10T12:00:00.000Z', bob: '2026-03-10T12:00:03.000Z' },
    });
  });

  test('a server that starts leaves alone what another one that lives has open', async () => {
    const other = await startServer(A);
    const sessionId = await beginSession(other, 'ada');
    clock.advance({ secs: 59 });
    const started = await startServer(B);
    expect(await stateOf(started, sessionId)).toEqual({ endedAt: null, leftAt: { ada: null } });
  });

  test('a server that is silent for more than a minute is cleared up behind by those that live, once', async () => {
    const dead = await startServer(A);
    const living = await startServer(B);
    const sessionId = await beginSession(dead, 'ada');
    const own = await beginSession(living, 'eve');
    clock.advance({ secs: 5 });
    await Promise.all([dead.beat(), living.beat()]);
    clock.advance({ secs: 60 });
    await living.beat();
    expect((await stateOf(living, sessionId)).endedAt).toBeNull();
    clock.advance({ secs: 1 });
    await living.beat();
    const at = '2026-03-10T12:00:05.000Z';
    expect(await stateOf(living, sessionId)).toEqual({ endedAt: at, leftAt: { ada: at } });
    expect(await living.servers.lastSeen(A)).toBeNull();
    expect((await stateOf(living, own)).endedAt).toBeNull();
  });

  test('people who go on at another server stay in the session when theirs comes back', async () => {
    const crashed = await startServer(A);
    const sessionId = await beginSession(crashed, 'ada', 'bob');
    const refuge = await startServer(B);
    clock.advance({ secs: 10 });
    const roomId = (await refuge.sessionHistory.find(sessionId))?.roomId ?? '';
    expect(await refuge.sessions.open(roomId)).toBe(sessionId);
    await refuge.sessions.participantJoined({ id: 'ada', sessionId, context: null });
    await startServer(A);
    expect(await stateOf(refuge, sessionId)).toEqual({
      endedAt: null,
      leftAt: { ada: null, bob: '2026-03-10T12:00:00.000Z' },
    });
  });

  test('what a server left open of which there is no trace ends when it was written last', async () => {
    const trace = await startServer(A);
    const sessionId = await beginSession(trace, 'ada');
    await trace.stop();
    clock.advance({ secs: 30 });
    const living = await startServer(B);
    const at = '2026-03-10T12:00:00.000Z';
    expect(await stateOf(living, sessionId)).toEqual({ endedAt: at, leftAt: { ada: at } });
  });

  test('a server that stops in order leaves no trace', async () => {
    const server = await startServer(A);
    expect(await server.servers.lastSeen(A)).toEqual(clock.now());
    await server.stop();
    expect(await server.servers.lastSeen(A)).toBeNull();
  });
});
