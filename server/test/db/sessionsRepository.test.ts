import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRepositories, type Repositories } from '../../src/db/repositories/index.ts';
import { DATABASES } from '../support/databases.ts';
import { ROOM_VALUES } from '../support/roomValues.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { SERVER_ID, TestServer } from '../support/TestServer.ts';

describe.each(DATABASES)('SessionsRepository on %s', (_name, start) => {
  let database: TestDatabase;
  let clock: TestClock;
  let repositories: Repositories;
  let roomId: string;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    clock = new TestClock();
    repositories = createRepositories(database.database.db, clock.now, SERVER_ID);
    roomId = (await repositories.rooms.create(ROOM_VALUES)).id;
  });
  afterAll(() => database?.stop());

  const participants = async (sessionId: string) =>
    (await repositories.sessionHistory.participantsOfSessions([sessionId], 10)).get(sessionId) ?? [];
  const sessions = async () => (await repositories.sessionHistory.newestOfRooms([roomId], 10)).get(roomId) ?? [];

  test('begins one session, however many come first at once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => repositories.sessions.open(roomId)));
    expect(new Set(ids).size).toBe(1);
    expect(await sessions()).toHaveLength(1);
  });

  test('begins another session after one has ended', async () => {
    const first = await repositories.sessions.open(roomId);
    await repositories.sessions.end(first, 'empty');
    expect(await repositories.sessions.open(roomId)).not.toBe(first);
  });

  test('ends a session once, with everyone in it', async () => {
    const sessionId = await repositories.sessions.open(roomId);
    await repositories.sessions.participantJoined({ id: 'ada', sessionId, context: null });
    await repositories.sessions.participantJoined({ id: 'bob', sessionId, context: null });
    await repositories.sessions.participantLeft({ id: 'ada', sessionId }, 'left', new Date('2026-03-10T12:00:01Z'));
    await repositories.sessions.end(sessionId, 'empty', new Date('2026-03-10T12:00:02Z'));
    await repositories.sessions.end(sessionId, 'empty', new Date('2026-03-10T12:00:03Z'));
    expect((await sessions())[0]?.endedAt).toEqual(new Date('2026-03-10T12:00:02Z'));
    const left = Object.fromEntries((await participants(sessionId)).map(({ id, leftAt }) => [id, leftAt]));
    expect(left).toEqual({ ada: new Date('2026-03-10T12:00:01Z'), bob: new Date('2026-03-10T12:00:02Z') });
  });

  test('lets somebody leave one room and stay in another', async () => {
    const here = await repositories.sessions.open(roomId);
    const there = await repositories.sessions.open((await repositories.rooms.create(ROOM_VALUES)).id);
    for (const sessionId of [here, there]) {
      await repositories.sessions.participantJoined({ id: 'ada', sessionId, context: null });
    }
    await repositories.sessions.participantLeft({ id: 'ada', sessionId: here }, 'left');
    expect(await participants(here)).toMatchObject([{ leftAt: new Date('2026-03-10T12:00:00Z') }]);
    expect(await participants(there)).toMatchObject([{ leftAt: null }]);
  });

  test('keeps one row for somebody who comes back, and one for each session of theirs', async () => {
    const first = await repositories.sessions.open(roomId);
    await repositories.sessions.participantJoined({ id: 'ada', sessionId: first, context: 'before' });
    await repositories.sessions.participantLeft({ id: 'ada', sessionId: first }, 'left');
    clock.advance({ secs: 5 });
    await repositories.sessions.participantJoined({ id: 'ada', sessionId: first, context: 'after' });
    expect(await participants(first)).toMatchObject([
      { context: 'after', joinedAt: new Date('2026-03-10T12:00:00Z'), leftAt: null },
    ]);
    await repositories.sessions.end(first, 'empty');
    const second = await repositories.sessions.open(roomId);
    await repositories.sessions.participantJoined({ id: 'ada', sessionId: second, context: null });
    expect([(await participants(first)).length, (await participants(second)).length]).toEqual([1, 1]);
  });

  test('shows no more of each room and session than asked for, the newest', async () => {
    for (let count = 0; count < 3; count++) {
      const sessionId = await repositories.sessions.open(roomId);
      await repositories.sessions.participantJoined({ id: 'ada', sessionId, context: null });
      clock.advance({ secs: 1 });
      await repositories.sessions.participantJoined({ id: 'bob', sessionId, context: null });
      await repositories.sessions.end(sessionId, 'empty');
    }
    const newest = (await repositories.sessionHistory.newestOfRooms([roomId], 2)).get(roomId) ?? [];
    expect(newest.map(({ id }) => id)).toEqual((await sessions()).slice(0, 2).map(({ id }) => id));
    const [session] = newest;
    const latest = await repositories.sessionHistory.participantsOfSessions([session?.id ?? ''], 1);
    expect([...latest.values()].flat().map(({ id }) => id)).toEqual(['bob']);
  });

  test('a server that starts closes what one that died left open', async () => {
    const sessionId = await repositories.sessions.open(roomId);
    await repositories.sessions.participantJoined({ id: 'ada', sessionId, context: null });
    const server = await TestServer.start(database);
    const room = (await server.request('GET', `/rooms/${roomId}?include_sessions=true`)).body.data;
    expect(room).toMatchObject({ active_session_id: null, sessions: [{ id: sessionId, active: false }] });
    expect((await participants(sessionId))[0]?.leftAt).toEqual(server.clock.now());
    await server.close();
  });
});
