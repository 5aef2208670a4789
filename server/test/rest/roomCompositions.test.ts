import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { queryOf } from '../support/TestServer.ts';
import { API_KEY } from '../support/testConfig.ts';

/** In these tests sessions go on, so that what is ordered stays enqueued. */
describe.each(DATABASES)('/room_compositions on %s', (_name, start) => {
  const server = serverForEachTest(start);
  const order = (body: object) => server().request('POST', '/room_compositions', body);
  const repositories = () => server().deps.repositories;

  /** A session that goes on, with a camera and a microphone that are being recorded. */
  const openSession = async () => {
    const { id: roomId } = await server().createRoom();
    const sessionId = await repositories().sessions.open(roomId);
    const [video, audio] = [randomUUID(), randomUUID()];
    const common = { roomId, sessionId, participantId: 'ada', streamKey: 'self', startedAt: server().clock.now() };
    await repositories().recordings.begin({ ...common, id: video, type: 'video', codec: 'vp8' });
    await repositories().recordings.begin({ ...common, id: audio, type: 'audio', codec: 'opus' });
    return { roomId, sessionId, video, audio };
  };

  describe('POST', () => {
    test('makes a film of everyone out of nothing but a session', async () => {
      const { roomId, sessionId } = await openSession();
      const { status, body } = await order({ session_id: sessionId });
      expect(status).toBe(202);
      const now = server().clock.now().toISOString();
      expect(body.data).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        record_type: 'room_composition',
        room_id: roomId,
        session_id: sessionId,
        user_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        status: 'enqueued',
        progress: 0,
        failure_reason: null,
        format: 'mp4',
        resolution: '1280x720',
        video_layout: {
          everyone: {
            ...{ x_pos: 0, y_pos: 0, z_pos: 0, width: 1280, height: 720 },
            ...{ max_columns: null, max_rows: null, video_sources: ['*'] },
          },
        },
        audio_sources: ['*'],
        size_mb: null,
        duration_secs: null,
        download_url: null,
        webhook_event_url: null,
        webhook_event_failover_url: '',
        webhook_timeout_secs: null,
        created_at: now,
        started_at: null,
        ended_at: null,
        completed_at: null,
        updated_at: now,
      });
      expect((await server().request('GET', `/room_compositions/${body.data.id}`)).body).toEqual(body);
    });

    test('takes everything that can be said of it, numbers also as text', async () => {
      const { sessionId, video, audio } = await openSession();
      const { status, body } = await order({
        session_id: sessionId,
        format: 'mp4',
        resolution: '641x361',
        video_layout: {
          small: {
            x_pos: '400',
            y_pos: '200',
            z_pos: '-99',
            width: '16',
            height: '16',
            video_sources: [video.toUpperCase()],
          },
          all: { z_pos: 99, max_columns: '3', max_rows: 1000, video_sources: '*', colour: 'blue' },
        },
        audio_sources: [audio],
        webhook_event_url: 'https://example.org/events',
        webhook_event_failover_url: 'https://example.com/events',
        webhook_timeout_secs: '25',
        colour: 'blue',
      });
      expect(status).toBe(202);
      expect(body.data).toMatchObject({
        resolution: '640x360',
        audio_sources: [audio],
        webhook_event_url: 'https://example.org/events',
        webhook_event_failover_url: 'https://example.com/events',
        webhook_timeout_secs: 25,
      });
      const { data } = (await server().request('GET', `/room_compositions/${body.data.id}`)).body;
      expect(Object.entries(data.video_layout)).toEqual([
        [
          'small',
          {
            ...{ x_pos: 400, y_pos: 200, z_pos: -99, width: 16, height: 16, max_columns: null, max_rows: null },
            video_sources: [video],
          },
        ],
        [
          'all',
          {
            ...{ x_pos: 0, y_pos: 0, z_pos: 99, width: 640, height: 360, max_columns: 3, max_rows: 1000 },
            video_sources: ['*'],
          },
        ],
      ]);
    });

    test('takes the default for what is null or empty', async () => {
      const { sessionId } = await openSession();
      const plain = (await order({ session_id: sessionId })).body.data;
      for (const input of [
        { format: null, resolution: null, video_layout: null, webhook_timeout_secs: null },
        { video_layout: {} },
        { video_layout: { everyone: {} }, audio_sources: '*' },
        { video_layout: { everyone: { x_pos: null, z_pos: null, width: null, video_sources: null } } },
      ]) {
        const { body } = await order({ session_id: sessionId, ...input });
        expect([input, { ...body.data, id: plain.id }]).toEqual([input, plain]);
      }
    });

    test('takes no sound at all for audio_sources', async () => {
      const { sessionId } = await openSession();
      for (const sources of [null, []]) {
        const { body } = await order({ session_id: sessionId, audio_sources: sources });
        expect(body.data.audio_sources).toEqual(sources);
      }
    });

    test('takes resolutions up to their bounds', async () => {
      const { sessionId } = await openSession();
      for (const resolution of ['16x16', '1280x720', '720x1280', '960x960']) {
        expect((await order({ session_id: sessionId, resolution })).body.data.resolution).toBe(resolution);
      }
    });

    const regions = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, {}]));

    const refused: [input: object, pointer: string][] = [
      [{ session_id: undefined }, '/session_id'],
      [{ session_id: 'five' }, '/session_id'],
      [{ format: 'webm' }, '/format'],
      [{ resolution: '15x720' }, '/resolution'],
      [{ resolution: '1281x16' }, '/resolution'],
      [{ resolution: '1280x722' }, '/resolution'],
      [{ resolution: '1280 x 720' }, '/resolution'],
      [{ resolution: 720 }, '/resolution'],
      [{ video_layout: [] }, '/video_layout'],
      [{ video_layout: regions(17) }, '/video_layout'],
      [{ video_layout: { a: { z_pos: 100 } } }, '/video_layout/a/z_pos'],
      [{ video_layout: { a: { z_pos: -100 } } }, '/video_layout/a/z_pos'],
      [{ video_layout: { a: { x_pos: -1 } } }, '/video_layout/a/x_pos'],
      [{ video_layout: { a: { y_pos: 1.5 } } }, '/video_layout/a/y_pos'],
      [{ video_layout: { a: { width: 15 } } }, '/video_layout/a/width'],
      [{ video_layout: { a: { height: 'tall' } } }, '/video_layout/a/height'],
      [{ video_layout: { a: { max_columns: 0 } } }, '/video_layout/a/max_columns'],
      [{ video_layout: { a: { max_rows: 1001 } } }, '/video_layout/a/max_rows'],
      [{ video_layout: { a: { video_sources: 'all' } } }, '/video_layout/a/video_sources'],
      [{ video_layout: { a: { video_sources: ['ada'] } } }, '/video_layout/a/video_sources/0'],
      [{ video_layout: { a: { width: 1281 } } }, '/video_layout/a/width'],
      [{ video_layout: { a: { x_pos: 640, width: 641 } } }, '/video_layout/a/width'],
      [{ video_layout: { a: { y_pos: 705 } } }, '/video_layout/a/y_pos'],
      [{ video_layout: { 'a/b~': { y_pos: 360, height: 361 } } }, '/video_layout/a~1b~0/height'],
      [{ audio_sources: 'all' }, '/audio_sources'],
      [{ audio_sources: [5] }, '/audio_sources/0'],
      [{ webhook_event_url: 'ftp://example.org' }, '/webhook_event_url'],
      [{ webhook_timeout_secs: 31 }, '/webhook_timeout_secs'],
    ];

    test('refuses what is out of range or of another kind, and says where it stands', async () => {
      const { sessionId } = await openSession();
      for (const [input, pointer] of refused) {
        const { status, body } = await order({ session_id: sessionId, ...input });
        expect([input, status, body.errors]).toEqual([
          input,
          422,
          [
            {
              ...{ code: 'field-invalid', title: expect.any(String), source: { pointer } },
              detail: expect.stringContaining(pointer),
            },
          ],
        ]);
      }
      expect((await server().request('GET', '/room_compositions')).body.data).toEqual([]);
    });

    test('refuses recordings that the session does not have, or that are of the other kind', async () => {
      const { sessionId, video, audio } = await openSession();
      const other = await openSession();
      const sources = (ids: string[]) => ({ video_layout: { a: { video_sources: ids } } });
      for (const [input, pointer] of [
        [sources([video, other.video]), '/video_layout/a/video_sources/1'],
        [sources([audio]), '/video_layout/a/video_sources/0'],
        [{ audio_sources: [video] }, '/audio_sources/0'],
        [{ audio_sources: [audio, randomUUID()] }, '/audio_sources/1'],
      ] as const) {
        const { status, body } = await order({ session_id: sessionId, ...input });
        expect([status, body.errors[0].code, body.errors[0].source]).toEqual([422, 'recording-unknown', { pointer }]);
      }
    });

    test('refuses a session that is not there, and one in which nothing was recorded', async () => {
      const unknown = await order({ session_id: randomUUID() });
      expect([unknown.status, unknown.body.errors[0].code]).toEqual([422, 'session-unknown']);
      const { id: roomId } = await server().createRoom();
      const sessionId = await repositories().sessions.open(roomId);
      expect((await order({ session_id: sessionId })).status).toBe(202);
      await repositories().sessions.end(sessionId, 'empty');
      const empty = await order({ session_id: sessionId });
      expect([empty.status, empty.body.errors[0].code]).toEqual([422, 'nothing-recorded']);
      expect(empty.body.errors[0].source).toEqual({ pointer: '/session_id' });
    });
  });

  describe('GET', () => {
    const list = (parameters: Record<string, string> = {}) =>
      server().request('GET', `/room_compositions${queryOf(parameters)}`);

    test('lists the newest first, page by page', async () => {
      const { sessionId } = await openSession();
      const made: string[] = [];
      for (let count = 0; count < 3; count++) {
        made.unshift((await order({ session_id: sessionId })).body.data.id);
        server().clock.advance({ secs: 1 });
      }
      const { body } = await list({ 'page[size]': '2' });
      expect(body.meta).toEqual({ page_number: 1, page_size: 2, total_pages: 2, total_results: 3 });
      expect(body.data.map(({ id }: { id: string }) => id)).toEqual(made.slice(0, 2));
      const second = await list({ 'page[size]': '2', 'page[number]': '2' });
      expect(second.body.data.map(({ id }: { id: string }) => id)).toEqual(made.slice(2));
    });

    test('filters by day, room, session and status', async () => {
      const [a, b] = [await openSession(), await openSession()];
      const first = (await order({ session_id: a.sessionId })).body.data.id;
      server().clock.advance({ days: 1 });
      const second = (await order({ session_id: b.sessionId })).body.data.id;
      await repositories().compositions.fail(second, 'The disk is full.');
      for (const [parameters, expected] of [
        [{ 'filter[date_created_at][eq]': '2026-03-10' }, [first]],
        [{ 'filter[date_created_at][gte]': '2026-03-11' }, [second]],
        [{ 'filter[date_created_at][lte]': '2026-03-10' }, [first]],
        [{ 'filter[room_id]': a.roomId }, [first]],
        [{ 'filter[room_id]': a.roomId, 'filter[session_id]': b.sessionId }, []],
        [{ 'filter[session_id]': b.sessionId }, [second]],
        [{ 'filter[session_id]': randomUUID() }, []],
        [{ 'filter[status]': 'enqueued' }, [first]],
        [{ 'filter[status]': 'failed' }, [second]],
        [{ 'filter[status]': 'completed' }, []],
        [{ 'filter[status]': 'processing', 'filter[session_id]': a.sessionId }, []],
      ] as [Record<string, string>, string[]][]) {
        const { body } = await list(parameters);
        expect([parameters, body.data.map(({ id }: { id: string }) => id)]).toEqual([parameters, expected]);
      }
      expect((await list({ 'filter[status]': 'failed' })).body.data[0].failure_reason).toBe('The disk is full.');
    });

    test('refuses filters and pages that it does not know', async () => {
      for (const [code, parameter, value] of [
        ['parameter-invalid', 'filter[status]', 'done'],
        ['parameter-invalid', 'filter[session_id]', 'five'],
        ['parameter-invalid', 'filter[date_created_at][eq]', 'today'],
        ['parameter-invalid', 'page[size]', '251'],
        ['parameter-invalid', 'filter[room_id]', 'x'],
        ['filter-unknown', 'filter[participant_id]', 'x'],
        ['filter-unknown', 'filter[date_completed_at][eq]', '2026-03-10'],
      ] as const) {
        const { status, body } = await list({ [parameter]: value });
        expect([status, body.errors[0].code, body.errors[0].source]).toEqual([422, code, { parameter }]);
      }
    });
  });

  test('is not there once it is deleted', async () => {
    const { sessionId } = await openSession();
    const { id } = (await order({ session_id: sessionId })).body.data;
    expect((await server().request('DELETE', `/room_compositions/${id}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE'] as const) {
      const { status, body } = await server().request(method, `/room_compositions/${id}`);
      expect([status, body.errors[0].code]).toEqual([404, 'resource-not-found']);
    }
    expect((await server().request('GET', '/room_compositions/five')).status).toBe(404);
  });

  test('is for those with an API key', async () => {
    const url = `/v2/room_compositions`;
    for (const [method, path] of [
      ['GET', url],
      ['POST', url],
      ['GET', `${url}/${randomUUID()}`],
      ['DELETE', `${url}/${randomUUID()}`],
    ] as const) {
      expect((await server().send({ method, url: path })).status).toBe(401);
      const wrong = { authorization: `Bearer ${API_KEY}x` };
      expect((await server().send({ method, url: path, headers: wrong })).status).toBe(401);
    }
  });
});
