import { beforeEach, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { queryOf } from '../support/TestServer.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe.each(DATABASES)('sessions over all rooms on %s', (_name, start) => {
  const server = serverForEachTest(start);
  let rooms: [string, string];
  let names: Record<string, string>;

  /** "first" of 10 March ended on the 11th; "second" of 11 March, in another room, ended on the 12th; "third" goes on. */
  beforeEach(async () => {
    const { sessions } = server().deps.repositories;
    rooms = [(await server().createRoom()).id, (await server().createRoom()).id];
    const first = await sessions.open(rooms[0]);
    await sessions.participantJoined({ id: 'ada', sessionId: first, context: '{"seat":1}' });
    server().clock.advance({ secs: 1 });
    await sessions.participantJoined({ id: 'bob', sessionId: first, context: null });
    server().clock.advance({ days: 1 });
    await sessions.end(first, 'empty');
    const second = await sessions.open(rooms[1]);
    server().clock.advance({ days: 1 });
    await sessions.end(second, 'empty');
    names = { [first]: 'first', [second]: 'second', [await sessions.open(rooms[0])]: 'third' };
  });

  const idOf = (name: string) => Object.entries(names).find(([, value]) => value === name)?.[0] ?? '';
  const list = (parameters: Record<string, string> = {}) =>
    server().request('GET', `/room_sessions${queryOf(parameters)}`);

  test.each([
    [{}, ['third', 'second', 'first']],
    [{ 'filter[room_id]': 'rooms[0]' }, ['third', 'first']],
    [{ 'filter[room_id]': NOWHERE }, []],
    [{ 'filter[room_id]': 'rooms[0]', 'filter[active]': 'false' }, ['first']],
    [{ 'filter[active]': 'true' }, ['third']],
    [{ 'filter[active]': 'false' }, ['second', 'first']],
    [{ 'filter[date_created_at][eq]': '2026-03-11' }, ['second']],
    [{ 'filter[date_created_at][gte]': '2026-03-11' }, ['third', 'second']],
    [{ 'filter[date_created_at][lte]': '2026-03-11' }, ['second', 'first']],
    [{ 'filter[date_updated_at][eq]': '2026-03-11' }, ['first']],
    [{ 'filter[date_updated_at][gte]': '2026-03-12' }, ['third', 'second']],
    [{ 'filter[date_updated_at][lte]': '2026-03-11' }, ['first']],
    [{ 'filter[date_ended_at][eq]': '2026-03-12' }, ['second']],
    [{ 'filter[date_ended_at][gte]': '2026-03-11' }, ['second', 'first']],
    [{ 'filter[date_ended_at][lte]': '2026-03-11' }, ['first']],
    [{ 'page[size]': '2', 'page[number]': '2' }, ['first']],
  ])('lists the newest first, filtered by %j', async (parameters, expected) => {
    const given = Object.entries(parameters).map(([name, value]) => [name, value === 'rooms[0]' ? rooms[0] : value]);
    const { status, body } = await list(Object.fromEntries(given));
    expect(status).toBe(200);
    expect(body.data.map(({ id }: { id: string }) => names[id])).toEqual(expected);
    if (!('page[size]' in parameters)) expect(body.meta.total_results).toBe(expected.length);
  });

  test('pages through sessions of one moment without a gap or a repetition', async () => {
    const { sessions } = server().deps.repositories;
    server().clock.advance({ days: 1 });
    const made: string[] = [];
    for (let count = 0; count < 7; count++) made.push(await sessions.open((await server().createRoom()).id));
    const seen: string[] = [];
    for (const number of ['1', '2', '3']) {
      const filter = { 'filter[date_created_at][eq]': '2026-03-13', 'page[number]': number, 'page[size]': '3' };
      const { body } = await list(filter);
      expect(body.meta).toEqual({ page_number: Number(number), page_size: 3, total_pages: 3, total_results: 7 });
      seen.push(...body.data.map(({ id }: { id: string }) => id));
    }
    expect(seen).toEqual([...made].sort().reverse());
  });

  test('reads one, with its participants where they are asked for', async () => {
    const id = idOf('first');
    const plain = await server().request('GET', `/room_sessions/${id}`);
    const session = {
      id,
      record_type: 'room_session',
      room_id: rooms[0],
      active: false,
      created_at: '2026-03-10T12:00:00.000Z',
      updated_at: '2026-03-11T12:00:01.000Z',
      ended_at: '2026-03-11T12:00:01.000Z',
    };
    expect([plain.status, plain.body]).toEqual([200, { data: session }]);
    const whole = (await server().request('GET', `/room_sessions/${id}?include_participants=1`)).status;
    expect(whole).toBe(422);
    const { body } = await server().request('GET', `/room_sessions/${id}?include_participants=true`);
    expect(body.data).toMatchObject({ ...session, participants: [{ id: 'bob' }, { id: 'ada', session_id: id }] });
    const listed = await list({ include_participants: 'true', 'filter[room_id]': rooms[1] });
    expect(listed.body.data).toMatchObject([{ participants: [] }]);
  });

  test.each([
    ['filter-unknown', 'filter[session_id]', NOWHERE],
    ['filter-unknown', 'filter[active][eq]', 'true'],
    ['parameter-invalid', 'filter[room_id]', 'lobby'],
    ['parameter-invalid', 'filter[room_id]', ''],
    ['parameter-invalid', 'filter[active]', 'sometimes'],
    ['parameter-invalid', 'filter[date_updated_at][gte]', '2026-02-30'],
    ['parameter-invalid', 'filter[date_ended_at][lte]', '12.3.2026'],
    ['parameter-invalid', 'include_participants', 'perhaps'],
    ['parameter-invalid', 'page[number]', '0'],
    ['parameter-invalid', 'page[size]', '251'],
  ])('answers %s for %s=%s', async (code, parameter, value) => {
    const { status, body } = await list({ [parameter]: value });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ code, source: { parameter } }]);
  });

  test('answers with 404 where there is none', async () => {
    for (const id of [NOWHERE, 'not-a-uuid']) {
      for (const path of ['', '/participants']) {
        expect((await server().request('GET', `/room_sessions/${id}${path}`)).status).toBe(404);
      }
    }
  });
});
