import { describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe.each(DATABASES)('rooms on %s', (_name, start) => {
  const server = serverForEachTest(start);

  describe('POST /rooms', () => {
    test('makes a room with the documented defaults, from an empty object or no body at all', async () => {
      const expected = {
        id: expect.stringMatching(UUID),
        record_type: 'room',
        unique_name: null,
        max_participants: 10,
        enable_recording: false,
        active_session_id: null,
        webhook_event_url: null,
        webhook_event_failover_url: '',
        webhook_timeout_secs: null,
        video_codecs: ['vp8', 'vp9', 'h264'],
        created_at: '2026-03-10T12:00:00.000Z',
        updated_at: '2026-03-10T12:00:00.000Z',
      };
      expect(await server().request('POST', '/rooms', {})).toMatchObject({ status: 201, body: { data: expected } });
      const { status, body } = await server().request('POST', '/rooms');
      expect(status).toBe(201);
      expect(body).toEqual({ data: expected });
    });

    test('keeps every field of the body and ignores fields that it does not know', async () => {
      const input = {
        unique_name: 'stand-up',
        max_participants: 50,
        enable_recording: true,
        webhook_event_url: 'https://example.org/hook',
        webhook_event_failover_url: 'http://example.org/second',
        webhook_timeout_secs: 30,
      };
      const made = await server().request('POST', '/rooms', { ...input, id: NOWHERE, colour: 'blue' });
      expect(made.status).toBe(201);
      expect(made.body.data).toMatchObject(input);
      expect(made.body.data.id).not.toBe(NOWHERE);
      expect(made.body.data).not.toHaveProperty('colour');
      expect((await server().request('GET', `/rooms/${made.body.data.id}`)).body).toEqual(made.body);
    });

    test('takes numbers and booleans that are sent as strings', async () => {
      const input = { max_participants: '12', enable_recording: 'false', webhook_timeout_secs: '7' };
      const { status, body } = await server().request('POST', '/rooms', input);
      expect(status).toBe(201);
      expect(body.data).toMatchObject({ max_participants: 12, enable_recording: false, webhook_timeout_secs: 7 });
    });

    test('keeps null apart from 0, and takes null and "" for no webhook', async () => {
      const nulls = { unique_name: null, webhook_event_url: null, webhook_timeout_secs: null };
      expect(await server().createRoom(nulls)).toMatchObject(nulls);
      const none = { webhook_event_url: '', webhook_event_failover_url: '', webhook_timeout_secs: 0 };
      expect(await server().createRoom(none)).toMatchObject(none);
    });

    test.each([
      ['/unique_name', { unique_name: '' }],
      ['/unique_name', { unique_name: 'a\u0000b' }],
      ['/unique_name', { unique_name: 'x'.repeat(256) }],
      ['/unique_name', { unique_name: { name: 'a' } }],
      ['/max_participants', { max_participants: 1 }],
      ['/max_participants', { max_participants: 1001 }],
      ['/max_participants', { max_participants: 2.5 }],
      ['/max_participants', { max_participants: 'many' }],
      ['/max_participants', { max_participants: null }],
      ['/enable_recording', { enable_recording: 'maybe' }],
      ['/webhook_event_url', { webhook_event_url: 'not a url' }],
      ['/webhook_event_url', { webhook_event_url: 'ftp://example.org' }],
      ['/webhook_event_url', { webhook_event_url: 'https://example.org/\u0000' }],
      ['/webhook_event_failover_url', { webhook_event_failover_url: 'javascript:alert(1)' }],
      ['/webhook_timeout_secs', { webhook_timeout_secs: -1 }],
      ['/webhook_timeout_secs', { webhook_timeout_secs: 31 }],
    ])('refuses %s of %j', async (pointer, body) => {
      const answer = await server().request('POST', '/rooms', body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        {
          code: 'field-invalid',
          title: 'Field not valid',
          detail: expect.stringContaining(pointer),
          source: { pointer },
        },
      ]);
    });

    test('names every mistake of a body', async () => {
      const { body } = await server().request('POST', '/rooms', { max_participants: 1, webhook_timeout_secs: 99 });
      expect(body.errors.map((error: { source: unknown }) => error.source)).toEqual([
        { pointer: '/max_participants' },
        { pointer: '/webhook_timeout_secs' },
      ]);
    });

    test('refuses a name that another room has, and takes it again once that room is deleted', async () => {
      const { id } = await server().createRoom({ unique_name: 'only' });
      const second = await server().request('POST', '/rooms', { unique_name: 'only' });
      expect(second.status).toBe(422);
      expect(second.body.errors).toEqual([
        {
          code: 'unique-name-taken',
          title: 'Name taken',
          detail: expect.stringContaining('only'),
          source: { pointer: '/unique_name' },
        },
      ]);
      await server().request('DELETE', `/rooms/${id}`);
      expect((await server().request('POST', '/rooms', { unique_name: 'only' })).status).toBe(201);
    });

    test('gives one of many requests for the same name the room', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => server().request('POST', '/rooms', { unique_name: 'contested' })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422, 422, 422]);
    });
  });

  describe('GET /rooms/{room_id}', () => {
    test('answers with 404 for an id that is unknown or no UUID', async () => {
      for (const id of [NOWHERE, 'not-a-uuid']) {
        const { status, body } = await server().request('GET', `/rooms/${id}`);
        expect(status).toBe(404);
        expect(body.errors).toEqual([{ code: 'resource-not-found', title: 'Not found', detail: expect.any(String) }]);
      }
    });

    test('shows the session that goes on, and sessions only where they are asked for', async () => {
      const { sessions } = server().deps.repositories;
      const { id } = await server().createRoom();
      const first = await sessions.open(id);
      await sessions.end(first, 'empty');
      server().clock.advance({ secs: 1 });
      const second = await sessions.open(id);

      const plain = (await server().request('GET', `/rooms/${id}`)).body.data;
      expect(plain.active_session_id).toBe(second);
      expect(plain).not.toHaveProperty('sessions');
      const whole = (await server().request('GET', `/rooms/${id}?include_sessions=true`)).body.data;
      expect(whole.sessions.map((session: { id: string }) => session.id)).toEqual([second, first]);
      expect(whole.sessions[1]).toMatchObject({ record_type: 'room_session', room_id: id, active: false });
      const invalid = await server().request('GET', `/rooms/${id}?include_sessions=perhaps`);
      expect(invalid).toMatchObject({ status: 422, body: { errors: [{ source: { parameter: 'include_sessions' } }] } });
    });
  });

  describe('PATCH /rooms/{room_id}', () => {
    test('changes what the body holds and leaves the rest', async () => {
      const room = await server().createRoom({ unique_name: 'before', max_participants: 20, enable_recording: true });
      server().clock.advance({ secs: 5 });
      const { status, body } = await server().request('PATCH', `/rooms/${room.id}`, { max_participants: '30' });
      expect(status).toBe(200);
      expect(body.data).toEqual({ ...room, max_participants: 30, updated_at: '2026-03-10T12:00:05.000Z' });
    });

    test('takes a name away with null, and changes nothing but the time with an empty body', async () => {
      const room = await server().createRoom({ unique_name: 'before' });
      const { body } = await server().request('PATCH', `/rooms/${room.id}`, { unique_name: null });
      expect(body.data.unique_name).toBeNull();
      server().clock.advance({ secs: 5 });
      const untouched = await server().request('PATCH', `/rooms/${room.id}`);
      expect(untouched.body.data).toEqual({ ...body.data, updated_at: '2026-03-10T12:00:05.000Z' });
    });

    test('refuses a name that another room has, but not its own', async () => {
      await server().createRoom({ unique_name: 'first' });
      const { id } = await server().createRoom({ unique_name: 'second' });
      const taken = await server().request('PATCH', `/rooms/${id}`, { unique_name: 'first' });
      expect(taken).toMatchObject({ status: 422, body: { errors: [{ source: { pointer: '/unique_name' } }] } });
      expect((await server().request('PATCH', `/rooms/${id}`, { unique_name: 'second' })).status).toBe(200);
    });

    test('answers with 404 for a room that is not there, with 422 for a field that is not valid', async () => {
      expect((await server().request('PATCH', `/rooms/${NOWHERE}`, {})).status).toBe(404);
      const { id } = await server().createRoom();
      const invalid = await server().request('PATCH', `/rooms/${id}`, { max_participants: 1 });
      expect(invalid).toMatchObject({ status: 422, body: { errors: [{ source: { pointer: '/max_participants' } }] } });
    });
  });

  describe('DELETE /rooms/{room_id}', () => {
    test('closes the room for everyone, ends its session and makes it unreachable', async () => {
      const { sessions, sessionHistory } = server().deps.repositories;
      const { id } = await server().createRoom();
      const sessionId = await sessions.open(id);
      await sessions.participantJoined({ id: 'ada', sessionId, context: null });
      server().clock.advance({ secs: 60 });

      const { status, body } = await server().request('DELETE', `/rooms/${id}`);
      expect(status).toBe(204);
      expect(body).toBe('');
      expect(server().closedRooms).toEqual([{ roomId: id, reason: 'room_expired' }]);
      const participants = (await sessionHistory.participantsOfSessions([sessionId], 10)).get(sessionId);
      expect(participants?.[0]?.leftAt?.toISOString()).toBe('2026-03-10T12:01:00.000Z');
      await expect(sessions.open(id)).rejects.toMatchObject({ name: 'RoomGoneError' });

      for (const [method, path] of [
        ['GET', ''],
        ['PATCH', ''],
        ['DELETE', ''],
        ['GET', '/sessions'],
        ['POST', '/actions/generate_join_client_token'],
      ] as const) {
        expect(await server().request(method, `/rooms/${id}${path}`)).toMatchObject({ status: 404 });
      }
      expect((await server().request('GET', '/rooms')).body.data).toEqual([]);
    });
  });
});
