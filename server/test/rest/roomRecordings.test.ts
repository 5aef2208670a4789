import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { serverForEachTest } from '../support/serverForEachTest.ts';
import { queryOf } from '../support/TestServer.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe.each(DATABASES)('recordings on %s', (_name, start) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'parlour-recordings-'));
  const server = serverForEachTest(start, { config: { dataDir } });
  let [roomId, sessionId, otherRoomId, otherSessionId] = ['', '', '', ''];
  const names = new Map<string, string>();
  const idOf = (name: string) => [...names].find(([, other]) => other === name)?.[0] ?? '';

  /**
   * Ada's microphone (12.4 s) and camera (12.6 s) of 10 March, her screen of 11 March, which failed, and in another
   * room Grace's microphone of 12 March, which goes on.
   */
  beforeEach(async () => {
    names.clear();
    const { sessions, recordings } = server().deps.repositories;
    roomId = (await server().createRoom()).id;
    sessionId = await sessions.open(roomId);
    otherRoomId = (await server().createRoom()).id;
    otherSessionId = await sessions.open(otherRoomId);
    const begin = async (name: string, about: { participantId?: string; type?: 'audio'; streamKey?: string } = {}) => {
      const id = crypto.randomUUID();
      names.set(id, name);
      await recordings.begin({
        id,
        roomId,
        sessionId,
        participantId: 'ada',
        streamKey: 'self',
        type: 'video',
        codec: about.type ? 'opus' : 'vp8',
        startedAt: server().clock.now(),
        ...about,
      });
      return id;
    };
    const microphone = await begin('microphone', { type: 'audio' });
    server().clock.advance({ secs: 0.25 });
    const camera = await begin('camera');
    server().clock.advance({ secs: 15 });
    await put('microphone');
    const startedAt = new Date('2026-03-10T12:00:00.100Z');
    const sound = { storageKey: `recordings/${microphone}.ogg`, sizeBytes: 123_456, durationMs: 12_400, startedAt };
    await recordings.complete(microphone, sound, server().clock.now());
    const picture = { storageKey: null, sizeBytes: 5, durationMs: 12_600, startedAt };
    await recordings.complete(camera, picture, server().clock.now());
    server().clock.advance({ days: 1 });
    const screen = await begin('screen', { streamKey: 'presentation' });
    await recordings.fail(screen, 'The disk is full.', server().clock.now(), null);
    server().clock.advance({ days: 1 });
    [roomId, sessionId, otherRoomId, otherSessionId] = [otherRoomId, otherSessionId, roomId, sessionId];
    await begin('grace', { participantId: 'grace', type: 'audio' });
    [roomId, sessionId, otherRoomId, otherSessionId] = [otherRoomId, otherSessionId, roomId, sessionId];
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Puts a file where a recording has its own. */
  const put = async (name: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'parlour-file-')), 'file');
    writeFileSync(file, name);
    await server().deps.storage.put(`recordings/${idOf(name)}.ogg`, file);
  };
  const list = (parameters: Record<string, string> = {}) =>
    server().request('GET', `/room_recordings${queryOf(parameters)}`);
  const found = (answer: Awaited<ReturnType<typeof list>>) =>
    answer.body.data.map(({ id }: { id: string }) => names.get(id));

  test('are listed, the newest first, with every field', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.meta).toEqual({ page_number: 1, page_size: 20, total_pages: 1, total_results: 4 });
    expect(found({ body } as never)).toEqual(['grace', 'screen', 'camera', 'microphone']);
    expect(body.data[3]).toEqual({
      id: idOf('microphone'),
      record_type: 'room_recording',
      room_id: roomId,
      session_id: sessionId,
      participant_id: 'ada',
      stream_key: 'self',
      type: 'audio',
      status: 'completed',
      codec: 'opus',
      size_mb: 0.123,
      duration_secs: 12,
      download_url: expect.stringContaining('https://rooms.example.org/v2/downloads/recordings/'),
      failure_reason: null,
      created_at: '2026-03-10T12:00:00.000Z',
      started_at: '2026-03-10T12:00:00.100Z',
      ended_at: '2026-03-10T12:00:15.250Z',
      completed_at: '2026-03-10T12:00:15.250Z',
      updated_at: '2026-03-10T12:00:15.250Z',
    });
    expect(body.data[2]).toMatchObject({ duration_secs: 13, started_at: '2026-03-10T12:00:00.100Z' });
    expect(body.data[1]).toMatchObject({ status: 'failed', failure_reason: 'The disk is full.', download_url: null });
    expect(body.data[0]).toMatchObject({
      room_id: otherRoomId,
      session_id: otherSessionId,
      status: 'processing',
      size_mb: null,
      duration_secs: null,
      download_url: null,
      ended_at: null,
      completed_at: null,
    });
  });

  const FILTERS: [Record<string, string>, string[]][] = [
    [{ 'filter[room_id]': 'roomId' }, ['screen', 'camera', 'microphone']],
    [{ 'filter[session_id]': 'otherSessionId' }, ['grace']],
    [{ 'filter[participant_id]': 'grace' }, ['grace']],
    [{ 'filter[participant_id]': 'Grace' }, []],
    [{ 'filter[status]': 'completed' }, ['camera', 'microphone']],
    [{ 'filter[status]': 'processing' }, ['grace']],
    [{ 'filter[status]': 'failed' }, ['screen']],
    [{ 'filter[type]': 'audio' }, ['grace', 'microphone']],
    [{ 'filter[type]': 'video', 'filter[status]': 'completed' }, ['camera']],
    [{ 'filter[duration_secs]': '13' }, ['camera']],
    [{ 'filter[duration_secs]': '12' }, ['camera', 'microphone']],
    [{ 'filter[duration_secs][eq]': '12' }, ['microphone']],
    [{ 'filter[duration_secs][gte]': '13' }, ['camera']],
    [{ 'filter[duration_secs][lte]': '12' }, ['microphone']],
    [{ 'filter[duration_secs]': '12', 'filter[duration_secs][gte]': '13' }, ['camera']],
    [{ 'filter[date_started_at][eq]': '2026-03-11' }, ['screen']],
    [{ 'filter[date_started_at][gte]': '2026-03-11' }, ['grace', 'screen']],
    [{ 'filter[date_started_at][lte]': '2026-03-10' }, ['camera', 'microphone']],
    [{ 'filter[date_ended_at][eq]': '2026-03-10' }, ['camera', 'microphone']],
    [{ 'filter[date_ended_at][gte]': '2026-03-11' }, ['screen']],
    [{ 'filter[date_ended_at][lte]': '2026-03-11' }, ['screen', 'camera', 'microphone']],
  ];
  const resolve = (parameters: Record<string, string>) => {
    const ids: Record<string, string> = { roomId, otherSessionId };
    return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, ids[value] ?? value]));
  };

  test.each(FILTERS)('are filtered by %j', async (parameters, expected) => {
    const answer = await list(resolve(parameters));
    expect(found(answer)).toEqual(expected);
    expect(answer.body.meta.total_results).toBe(expected.length);
  });

  test.each(FILTERS)('are deleted by %j, and no others', async (parameters, expected) => {
    const { status, body } = await server().request('DELETE', `/room_recordings${queryOf(resolve(parameters))}`);
    expect([status, body]).toEqual([201, { data: { room_recordings: expected.length } }]);
    const left = ['grace', 'screen', 'camera', 'microphone'].filter((name) => !expected.includes(name));
    expect(found(await list())).toEqual(left);
    const size = await server().deps.storage.size(`recordings/${idOf('microphone')}.ogg`);
    expect(size === null).toBe(expected.includes('microphone'));
  });

  test('come in pages', async () => {
    const { body } = await list({ 'page[size]': '3', 'page[number]': '2' });
    expect(found({ body } as never)).toEqual(['microphone']);
    expect(body.meta).toEqual({ page_number: 2, page_size: 3, total_pages: 2, total_results: 4 });
  });

  test.each([
    ['parameter-invalid', 'filter[room_id]', 'mine'],
    ['parameter-invalid', 'filter[session_id]', '1'],
    ['parameter-invalid', 'filter[participant_id]', '\u0000'],
    ['parameter-invalid', 'filter[status]', 'done'],
    ['parameter-invalid', 'filter[type]', 'screen'],
    ['parameter-invalid', 'filter[duration_secs]', '-1'],
    ['parameter-invalid', 'filter[duration_secs][lte]', '1.5'],
    ['parameter-invalid', 'filter[duration_secs][eq]', '1e12'],
    ['parameter-invalid', 'filter[date_started_at][eq]', '2026-02-30'],
    ['filter-unknown', 'filter[duration_secs][gt]', '1'],
    ['filter-unknown', 'filter[date_completed_at][eq]', '2026-03-10'],
  ])('answer %s for %s=%s, to a deletion too', async (code, parameter, value) => {
    for (const method of ['GET', 'DELETE'] as const) {
      const { status, body } = await server().request(method, `/room_recordings${queryOf({ [parameter]: value })}`);
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([{ code, source: { parameter } }]);
    }
    expect((await list()).body.meta.total_results).toBe(4);
  });

  test.each(['', '?page[size]=1'])('are not deleted without a filter (%s)', async (query) => {
    const { status, body } = await server().request('DELETE', `/room_recordings${query}`);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ code: 'filter-missing', detail: expect.stringContaining('filter[room_id]') }]);
    expect((await list()).body.meta.total_results).toBe(4);
  });

  test('can be read and deleted one by one', async () => {
    const path = `/room_recordings/${idOf('microphone')}`;
    expect((await server().request('GET', path)).body.data).toMatchObject({ id: idOf('microphone'), codec: 'opus' });
    expect((await server().request('DELETE', path)).status).toBe(204);
    expect(await server().deps.storage.size(`recordings/${idOf('microphone')}.ogg`)).toBeNull();
    for (const method of ['GET', 'DELETE'] as const) {
      expect((await server().request(method, path)).status).toBe(404);
      expect((await server().request(method, `/room_recordings/${NOBODY}`)).status).toBe(404);
      expect((await server().request(method, '/room_recordings/all')).status).toBe(404);
    }
    expect(found(await list())).toEqual(['grace', 'screen', 'camera']);
  });

  test('that go on are stopped before they are deleted', async () => {
    expect((await server().request('DELETE', `/room_recordings/${idOf('grace')}`)).status).toBe(204);
    expect(server().actions).toEqual([['discardRecording', idOf('grace')]]);
  });

  test('outlive their room, unless they are to go with it', async () => {
    expect((await server().request('DELETE', `/rooms/${roomId}`)).status).toBe(204);
    expect((await list()).body.meta.total_results).toBe(4);
    const path = `/rooms/${otherRoomId}?delete_recordings=true`;
    expect((await server().request('DELETE', path)).status).toBe(204);
    expect(found(await list())).toEqual(['screen', 'camera', 'microphone']);
  });

  test('have a URL that gives the file to anybody for an hour', async () => {
    const { body } = await server().request('GET', `/room_recordings/${idOf('microphone')}`);
    const { pathname, search } = new URL(body.data.download_url);
    const download = () => server().send({ method: 'GET', url: pathname + search });
    expect(await download()).toMatchObject({
      status: 200,
      body: 'microphone',
      headers: { 'content-type': 'audio/ogg' },
    });
    server().clock.advance({ secs: 3601 });
    expect((await download()).body.errors).toMatchObject([{ code: 'download-expired' }]);
  });
});
