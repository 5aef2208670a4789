import { beforeEach, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { queryOf } from '../support/TestServer.ts';

describe.each(DATABASES)('GET /rooms/{room_id}/sessions on %s', (_name, start) => {
  const server = serverForEachTest(start);
  let roomId: string;
  let [first, second, third] = ['', '', ''];

  /** Sessions of 10 and 11 March that ended on 12 March, and one of 12 March that goes on; one of another room. */
  beforeEach(async () => {
    const { sessions } = server().deps.repositories;
    roomId = (await server().createRoom()).id;
    first = await sessions.open(roomId);
    await sessions.participantJoined({ id: 'ada', sessionId: first, context: '{"seat":1}' });
    await sessions.participantLeft({ id: 'ada', sessionId: first }, 'left');
    await sessions.end(first, 'empty');
    server().clock.advance({ days: 1 });
    second = await sessions.open(roomId);
    server().clock.advance({ days: 1 });
    await sessions.end(second, 'empty');
    third = await sessions.open(roomId);
    await sessions.open((await server().createRoom()).id);
  });

  const list = (parameters: Record<string, string> = {}) =>
    server().request('GET', `/rooms/${roomId}/sessions${queryOf(parameters)}`);
  const ids = (answer: Awaited<ReturnType<typeof list>>) => answer.body.data.map(({ id }: { id: string }) => id);

  test('gives the sessions of that room, the newest first, with every field', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.data.map((session: { id: string }) => session.id)).toEqual([third, second, first]);
    expect(body.data[0]).toEqual({
      id: third,
      record_type: 'room_session',
      room_id: roomId,
      active: true,
      created_at: '2026-03-12T12:00:00.000Z',
      updated_at: '2026-03-12T12:00:00.000Z',
      ended_at: null,
    });
    expect(body.data[1]).toMatchObject({ active: false, ended_at: '2026-03-12T12:00:00.000Z' });
    expect(body.meta).toEqual({ page_number: 1, page_size: 20, total_pages: 1, total_results: 3 });
  });

  test.each([
    ['filter[active]', 'true', ['third']],
    ['filter[active]', 'false', ['second', 'first']],
    ['filter[date_created_at][eq]', '2026-03-11', ['second']],
    ['filter[date_created_at][gte]', '2026-03-11', ['third', 'second']],
    ['filter[date_created_at][lte]', '2026-03-11', ['second', 'first']],
    ['filter[date_updated_at][eq]', '2026-03-10', ['first']],
    ['filter[date_updated_at][gte]', '2026-03-11', ['third', 'second']],
    ['filter[date_updated_at][lte]', '2026-03-11', ['first']],
    ['filter[date_ended_at][eq]', '2026-03-12', ['second']],
    ['filter[date_ended_at][gte]', '2026-03-10', ['second', 'first']],
    ['filter[date_ended_at][lte]', '2026-03-11', ['first']],
    ['page[size]', '2', ['third', 'second']],
  ])('filters by %s=%s', async (name, value, expected) => {
    const byName: Record<string, string> = { first, second, third };
    expect(ids(await list({ [name]: value }))).toEqual(expected.map((session) => byName[session]));
  });

  test('includes participants where they are asked for', async () => {
    const { body } = await list({ include_participants: 'true' });
    expect(body.data[0].participants).toEqual([]);
    expect(body.data[2].participants).toEqual([
      {
        id: 'ada',
        record_type: 'room_participant',
        session_id: first,
        name: null,
        context: '{"seat":1}',
        joined_at: '2026-03-10T12:00:00.000Z',
        updated_at: '2026-03-10T12:00:00.000Z',
        left_at: '2026-03-10T12:00:00.000Z',
      },
    ]);
    expect((await list()).body.data[2]).not.toHaveProperty('participants');
  });

  test.each([
    ['filter-unknown', 'filter[room_id]', '1'],
    ['parameter-invalid', 'filter[active]', 'sometimes'],
    ['parameter-invalid', 'filter[date_ended_at][eq]', 'today'],
    ['parameter-invalid', 'page[size]', '500'],
  ])('answers %s for %s=%s', async (code, parameter, value) => {
    const { status, body } = await list({ [parameter]: value });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ code, source: { parameter } }]);
  });

  test('answers with 404 for a room that is not there', async () => {
    const { status } = await server().request('GET', '/rooms/00000000-0000-4000-8000-000000000000/sessions');
    expect(status).toBe(404);
  });
});
