import { describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { queryOf } from '../support/TestServer.ts';

describe.each(DATABASES)('GET /rooms on %s', (_name, start) => {
  const server = serverForEachTest(start);
  const list = (parameters: Record<string, string> = {}) => server().request('GET', `/rooms${queryOf(parameters)}`);
  const names = (answer: Awaited<ReturnType<typeof list>>) =>
    answer.body.data.map((room: { unique_name: string }) => room.unique_name);

  /** Rooms a, b, c of 10, 11 and 12 March; a is changed on 13 March. */
  const makeRooms = async () => {
    const a = await server().createRoom({ unique_name: 'a' });
    server().clock.advance({ days: 1 });
    await server().createRoom({ unique_name: 'b' });
    server().clock.advance({ days: 1 });
    await server().createRoom({ unique_name: 'c' });
    server().clock.advance({ days: 1 });
    await server().request('PATCH', `/rooms/${a.id}`, { max_participants: 3 });
  };

  test('gives an empty page where there is nothing', async () => {
    expect(await list()).toMatchObject({
      status: 200,
      body: { data: [], meta: { page_number: 1, page_size: 20, total_pages: 0, total_results: 0 } },
    });
  });

  test('gives the newest first', async () => {
    await makeRooms();
    expect(names(await list())).toEqual(['c', 'b', 'a']);
  });

  test('pages through rooms of the same moment without a gap or a repetition', async () => {
    const made = await Promise.all(Array.from({ length: 7 }, () => server().createRoom()));
    const seen: string[] = [];
    for (const number of ['1', '2', '3']) {
      const { body } = await list({ 'page[number]': number, 'page[size]': '3' });
      expect(body.meta).toEqual({ page_number: Number(number), page_size: 3, total_pages: 3, total_results: 7 });
      seen.push(...body.data.map((room: { id: string }) => room.id));
    }
    expect(seen).toHaveLength(7);
    expect([...seen].sort()).toEqual(made.map(({ id }) => id).sort());
    const beyond = await list({ 'page[number]': '4', 'page[size]': '3' });
    expect(beyond.body.data).toEqual([]);
    expect(beyond.body.meta).toMatchObject({ page_number: 4, total_pages: 3, total_results: 7 });
  });

  test.each([
    [{ 'filter[date_created_at][eq]': '2026-03-11' }, ['b']],
    [{ 'filter[date_created_at][gte]': '2026-03-11' }, ['c', 'b']],
    [{ 'filter[date_created_at][lte]': '2026-03-11' }, ['b', 'a']],
    [{ 'filter[date_created_at][gte]': '2026-03-11', 'filter[date_created_at][lte]': '2026-03-11' }, ['b']],
    [{ 'filter[date_created_at][eq]': '2026-03-11', 'filter[date_created_at][gte]': '2026-03-12' }, []],
    [{ 'filter[date_updated_at][eq]': '2026-03-13' }, ['a']],
    [{ 'filter[date_updated_at][gte]': '2026-03-12' }, ['c', 'a']],
    [{ 'filter[date_updated_at][lte]': '2026-03-12' }, ['c', 'b']],
    [{ 'filter[unique_name]': 'b' }, ['b']],
    [{ 'filter[unique_name]': 'B' }, []],
    [{ 'filter[search]': 'B' }, ['b']],
    [{ 'filter[search]': '%' }, []],
    [{ 'filter[search]': 'c', 'filter[date_created_at][eq]': '2026-03-11' }, []],
    [{ 'filter[unique_name]': 'c', 'filter[date_created_at][eq]': '2026-03-11' }, []],
  ])('filters by %j', async (parameters, expected) => {
    await makeRooms();
    const answer = await list(parameters as Record<string, string>);
    expect(names(answer)).toEqual(expected);
    expect(answer.body.meta.total_results).toBe(expected.length);
  });

  test('finds part of a name, and no room without one', async () => {
    for (const unique_name of ['Board meeting', 'board_2', null]) {
      await server().createRoom({ unique_name });
      server().clock.advance({ secs: 1 });
    }
    expect(names(await list({ 'filter[search]': 'BOARD' }))).toEqual(['board_2', 'Board meeting']);
    expect(names(await list({ 'filter[search]': 'd m' }))).toEqual(['Board meeting']);
    expect(names(await list({ 'filter[search]': '_' }))).toEqual(['board_2']);
  });

  test('takes a day for the 24 hours of UTC, to the last millisecond', async () => {
    server().clock.advance({ secs: 12 * 3600 - 0.001 });
    const { created_at } = await server().createRoom({ unique_name: 'late' });
    expect(created_at).toBe('2026-03-10T23:59:59.999Z');
    server().clock.advance({ secs: 0.001 });
    await server().createRoom({ unique_name: 'early' });
    expect(names(await list({ 'filter[date_created_at][eq]': '2026-03-10' }))).toEqual(['late']);
    expect(names(await list({ 'filter[date_created_at][gte]': '2026-03-11' }))).toEqual(['early']);
  });

  test('includes the sessions of each room where they are asked for', async () => {
    const { sessions } = server().deps.repositories;
    const a = await server().createRoom({ unique_name: 'a' });
    await server().createRoom({ unique_name: 'b' });
    const sessionId = await sessions.open(a.id);
    const { body } = await list({ include_sessions: 'true' });
    const found = Object.fromEntries(
      body.data.map((room: { unique_name: string; sessions: { id: string }[] }) => [
        room.unique_name,
        room.sessions.map(({ id }) => id),
      ]),
    );
    expect(found).toEqual({ a: [sessionId], b: [] });
    expect((await list({ include_sessions: 'false' })).body.data[0]).not.toHaveProperty('sessions');
  });

  test.each([
    ['parameter-invalid', 'page[number]', '0'],
    ['parameter-invalid', 'page[number]', 'two'],
    ['parameter-invalid', 'page[number]', '1e30'],
    ['parameter-invalid', 'page[size]', '0'],
    ['parameter-invalid', 'page[size]', '251'],
    ['parameter-invalid', 'filter[date_created_at][eq]', '2026-02-30'],
    ['parameter-invalid', 'filter[date_created_at][gte]', '10.3.2026'],
    ['parameter-invalid', 'filter[date_updated_at][lte]', '2026-03-10T12:00:00Z'],
    ['parameter-invalid', 'filter[unique_name]', '\u0000'],
    ['parameter-invalid', 'include_sessions', '2'],
    ['filter-unknown', 'filter[colour]', 'blue'],
    ['filter-unknown', 'filter[date_created_at]', '2026-03-10'],
    ['filter-unknown', 'filter[date_created_at][gt]', '2026-03-10'],
    ['filter-unknown', 'filter[date_ended_at][eq]', '2026-03-10'],
  ])('answers %s for %s=%s', async (code, parameter, value) => {
    const { status, body } = await list({ [parameter]: value });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { code, title: expect.any(String), detail: expect.stringContaining(parameter), source: { parameter } },
    ]);
  });

  test('refuses a parameter that is given twice', async () => {
    const { status, body } = await server().request('GET', '/rooms?filter[unique_name]=a&filter[unique_name]=b');
    expect(status).toBe(422);
    expect(body.errors[0].source).toEqual({ parameter: 'filter[unique_name]' });
  });

  test('ignores other parameters that it does not know', async () => {
    expect((await list({ colour: 'blue' })).status).toBe(200);
  });
});
