import { beforeEach, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { queryOf } from '../support/TestServer.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe.each(DATABASES)('participants on %s', (_name, start) => {
  const server = serverForEachTest(start);
  let sessionId: string;
  let otherId: string;

  /** Ada of 10 March, who left on the 12th; Bob of 11 March and Eve of 12 March stay; Eve is in another session, too. */
  beforeEach(async () => {
    const { sessions } = server().deps.repositories;
    sessionId = await sessions.open((await server().createRoom()).id);
    otherId = await sessions.open((await server().createRoom()).id);
    await sessions.participantJoined({ id: 'eve', sessionId: otherId, context: 'elsewhere' });
    server().clock.advance({ secs: 1 });
    await sessions.participantJoined({ id: 'ada', sessionId, context: '{"role":"Host","note":"100%_a"}' });
    server().clock.advance({ days: 1 });
    await sessions.participantJoined({ id: 'bob', sessionId, name: 'Bob', context: '{"role":"guest"}' });
    server().clock.advance({ days: 1 });
    await sessions.participantLeft({ id: 'ada', sessionId }, 'left');
    await sessions.participantJoined({ id: 'eve', sessionId, context: null });
  });

  const list = (path: string, parameters: Record<string, string> = {}) =>
    server().request('GET', `${path}${queryOf(parameters)}`);
  const idsOf = ({ body }: Awaited<ReturnType<typeof list>>) => body.data.map(({ id }: { id: string }) => id);

  test('of a session are listed with every field, who joined last first', async () => {
    const answer = await list(`/room_sessions/${sessionId}/participants`);
    expect(answer.status).toBe(200);
    expect(idsOf(answer)).toEqual(['eve', 'bob', 'ada']);
    expect(answer.body.data[2]).toEqual({
      id: 'ada',
      record_type: 'room_participant',
      session_id: sessionId,
      name: null,
      context: '{"role":"Host","note":"100%_a"}',
      joined_at: '2026-03-10T12:00:01.000Z',
      updated_at: '2026-03-12T12:00:01.000Z',
      left_at: '2026-03-12T12:00:01.000Z',
    });
    expect(answer.body.data[1]).toMatchObject({ id: 'bob', name: 'Bob' });
    expect(answer.body.meta).toEqual({ page_number: 1, page_size: 20, total_pages: 1, total_results: 3 });
  });

  const FILTERS: [Record<string, string>, string[]][] = [
    [{ 'filter[date_joined_at][eq]': '2026-03-11' }, ['bob']],
    [{ 'filter[date_joined_at][gte]': '2026-03-11' }, ['eve', 'bob']],
    [{ 'filter[date_joined_at][lte]': '2026-03-11' }, ['bob', 'ada']],
    [{ 'filter[date_updated_at][eq]': '2026-03-12' }, ['eve', 'ada']],
    [{ 'filter[date_updated_at][gte]': '2026-03-12' }, ['eve', 'ada']],
    [{ 'filter[date_updated_at][lte]': '2026-03-11' }, ['bob']],
    [{ 'filter[date_left_at][eq]': '2026-03-12' }, ['ada']],
    [{ 'filter[date_left_at][gte]': '2026-03-12' }, ['ada']],
    [{ 'filter[date_left_at][lte]': '2026-03-11' }, []],
    [{ 'filter[context]': 'role' }, ['bob', 'ada']],
    [{ 'filter[context]': 'Host' }, ['ada']],
    [{ 'filter[context]': 'host' }, []],
    [{ 'filter[context]': '100%_' }, ['ada']],
    [{ 'filter[context]': '%' }, ['ada']],
    [{ 'filter[context]': 'role', 'filter[date_left_at][eq]': '2026-03-12' }, ['ada']],
    [{ 'filter[search]': 'host' }, ['ada']],
    [{ 'filter[search]': 'BO' }, ['bob']],
    [{ 'filter[search]': 'Eve' }, ['eve']],
    [{ 'filter[search]': '%' }, ['ada']],
    [{ 'filter[search]': 'a', 'filter[context]': 'guest' }, []],
    [{ 'page[size]': '2', 'page[number]': '2' }, ['ada']],
  ];

  test.each(FILTERS)('of a session, or with that filter of all, are filtered by %j', async (parameters, expected) => {
    expect(idsOf(await list(`/room_sessions/${sessionId}/participants`, parameters))).toEqual(expected);
    const filter = { ...parameters, 'filter[session_id]': sessionId };
    const all = await list('/room_participants', filter);
    expect(idsOf(all)).toEqual(expected);
    expect(all.body.meta.total_results).toBe('page[size]' in parameters ? 3 : expected.length);
  });

  test('of all sessions are listed together', async () => {
    expect(idsOf(await list('/room_participants'))).toEqual(['eve', 'bob', 'ada', 'eve']);
    expect(idsOf(await list('/room_participants', { 'filter[context]': 'elsewhere' }))).toEqual(['eve']);
    expect(idsOf(await list('/room_participants', { 'filter[session_id]': NOWHERE }))).toEqual([]);
  });

  test('of one room are those of all its sessions', async () => {
    const { sessions } = server().deps.repositories;
    const { id: roomId } = await server().createRoom();
    const first = await sessions.open(roomId);
    await sessions.participantJoined({ id: 'fay', sessionId: first, context: null });
    await sessions.end(first, 'empty');
    server().clock.advance({ secs: 1 });
    await sessions.participantJoined({ id: 'gus', sessionId: await sessions.open(roomId), context: null });
    expect(idsOf(await list('/room_participants', { 'filter[room_id]': roomId }))).toEqual(['gus', 'fay']);
    const other = { 'filter[room_id]': roomId, 'filter[session_id]': sessionId };
    expect(idsOf(await list('/room_participants', other))).toEqual([]);
    expect(idsOf(await list('/room_participants', { 'filter[room_id]': NOWHERE }))).toEqual([]);
  });

  test('of one moment, and with one id in two sessions, stand on one page each', async () => {
    const { sessions } = server().deps.repositories;
    server().clock.advance({ days: 1 });
    for (const id of ['a', 'b', 'c', 'd']) {
      for (const session of [sessionId, otherId]) {
        await sessions.participantJoined({ id, sessionId: session, context: null });
      }
    }
    const seen: string[] = [];
    for (const number of ['1', '2', '3']) {
      const filter = { 'filter[date_joined_at][eq]': '2026-03-13', 'page[size]': '3', 'page[number]': number };
      const { body } = await list('/room_participants', filter);
      seen.push(...body.data.map(({ id, session_id }: { id: string; session_id: string }) => `${id} ${session_id}`));
    }
    const made = ['a', 'b', 'c', 'd'].flatMap((id) => [`${id} ${sessionId}`, `${id} ${otherId}`]);
    expect(seen).toEqual(made.sort().reverse());
  });

  test('are read one by one, in the session that they joined last', async () => {
    const { status, body } = await server().request('GET', '/room_participants/eve');
    expect([status, body.data]).toMatchObject([
      200,
      { id: 'eve', session_id: sessionId, context: null, left_at: null },
    ]);
    const longest = '\u20ac'.repeat(128);
    await server().deps.repositories.sessions.participantJoined({ id: longest, sessionId, context: null });
    expect((await server().request('GET', `/room_participants/${encodeURIComponent(longest)}`)).body.data.id).toBe(
      longest,
    );
    for (const id of ['nobody', NOWHERE, '%00', 'x'.repeat(129), 'x'.repeat(2000)]) {
      expect((await server().request('GET', `/room_participants/${id}`)).status).toBe(404);
    }
  });

  test.each([
    ['filter-unknown', 'filter[type]', 'audio'],
    ['parameter-invalid', 'filter[room_id]', 'lobby'],
    ['parameter-invalid', 'filter[search]', ''],
    ['filter-unknown', 'filter[active]', 'true'],
    ['parameter-invalid', 'filter[session_id]', 'lobby'],
    ['parameter-invalid', 'filter[context]', ''],
    ['parameter-invalid', 'filter[context]', '\u0000'],
    ['parameter-invalid', 'filter[date_joined_at][gte]', 'today'],
    ['parameter-invalid', 'page[size]', 'many'],
  ])('answer %s for %s=%s', async (code, parameter, value) => {
    const { status, body } = await list('/room_participants', { [parameter]: value });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ code, source: { parameter } }]);
  });

  test('of one session have no filter for the session, nor for its room', async () => {
    for (const filter of ['filter[session_id]', 'filter[room_id]']) {
      const { status } = await list(`/room_sessions/${sessionId}/participants`, { [filter]: sessionId });
      expect(status).toBe(422);
    }
  });
});
