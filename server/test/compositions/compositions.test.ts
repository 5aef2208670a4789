import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { webhookDeliveries } from '../../src/db/schema/index.ts';
import { DATABASES } from '../support/databases.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { TestServer } from '../support/TestServer.ts';
import { DecodedPictures, DecodedSound, probe, RecordingMaker } from './support/media.ts';
import { type FakeRecording, recordFiles } from './support/recordSession.ts';

let folder: string;
let red: string;
let blue: string;
let tone: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-compositions-'));
  const make = new RecordingMaker(folder);
  [red, blue, tone] = await Promise.all([
    make.video('red', { colour: 'red', secs: 2 }),
    make.video('blue', { colour: 'blue', secs: 1 }),
    make.tone('tone', { hertz: 440, secs: 2 }),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(DATABASES)('Compositions on %s', (_name, start) => {
  let database: TestDatabase;
  let server: TestServer;
  let dataDir: string;
  const startServer = async () => {
    server = await TestServer.start(database, { config: { dataDir } });
    await server.app.ready();
  };
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    dataDir = mkdtempSync(join(folder, 'data-'));
    await startServer();
  });
  afterEach(() => server.close());
  afterAll(() => database?.stop());

  const record = async (recordings: FakeRecording[], { over = true } = {}) => {
    const { id: roomId } = await server.createRoom({ webhook_event_url: 'https://room.invalid/events' });
    const sessionId = await server.deps.repositories.sessions.open(roomId);
    const ids = await recordFiles(server.deps, { roomId, sessionId, startedAt: server.clock.now() }, recordings);
    const end = () => server.deps.repositories.sessions.end(sessionId, 'empty');
    if (over) await end();
    return { roomId, sessionId, ids, end };
  };
  const order = async (body: object) => {
    const small = { resolution: '64x36', ...body };
    const answer = await server.request('POST', '/room_compositions', small);
    expect(answer.status).toBe(202);
    return answer.body.data;
  };
  const read = async (id: string) => (await server.request('GET', `/room_compositions/${id}`)).body.data;
  const reaches = (id: string, expected: object) =>
    vi.waitFor(async () => expect(await read(id)).toMatchObject(expected), { timeout: 20_000, interval: 50 });
  const events = async () => {
    const rows = await database.database.db.select().from(webhookDeliveries).orderBy(asc(webhookDeliveries.seq));
    return rows.filter(({ eventType }) => eventType.includes('composition'));
  };
  const camera = (file: string, from: number, to: number): FakeRecording => ({ type: 'video', file, from, to });
  /** An hour of one still picture: far more than is made while a test looks on. */
  const anHour: FakeRecording = { ...camera('', 0, 3600), streamKey: 'presentation' };
  const working = () => (existsSync(join(dataDir, 'compositions')) ? readdirSync(join(dataDir, 'compositions')) : []);

  test('makes a film of what was recorded, tells that it is there, and hands it out', async () => {
    const { roomId, sessionId } = await record([
      camera(red, 0, 2),
      camera(blue, 1, 2),
      { type: 'audio', file: tone, from: 0.5, to: 2.5 },
    ]);
    const { id } = await order({ session_id: sessionId });
    await reaches(id, { status: 'completed' });
    const composition = await read(id);
    const now = server.clock.now().toISOString();
    expect(composition).toMatchObject({
      ...{ progress: 1, duration_secs: 3, started_at: now, ended_at: now, completed_at: now, failure_reason: null },
      size_mb: expect.any(Number),
      download_url: expect.stringContaining(`/v2/downloads/compositions/${id}.mp4?`),
    });

    const url = new URL(composition.download_url);
    const download = await server.app.inject({ url: url.pathname + url.search });
    expect([download.statusCode, download.headers['content-type']]).toEqual([200, 'video/mp4']);
    const film = join(folder, 'downloaded.mp4');
    writeFileSync(film, download.rawPayload);
    expect(composition.size_mb).toBeCloseTo(download.rawPayload.length / 1e6, 3);
    const { streams, format } = await probe(film);
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
    expect(Number(format.duration)).toBeCloseTo(2.5, 1);
    const pictures = await DecodedPictures.of(film);
    expect([0.5, 1.5, 2.4].map((secs) => [pictures.colour(secs, 8, 18), pictures.colour(secs, 56, 18)])).toEqual([
      ['red', 'red'],
      ['red', 'blue'],
      ['black', 'black'],
    ]);
    expect((await DecodedSound.of(film)).onset(440)).toBeCloseTo(0.5, 1);

    const [event, ...others] = await events();
    expect([event?.url, event?.eventType, others]).toEqual([
      'https://room.invalid/events',
      'video.room.composition.completed',
      [],
    ]);
    expect(JSON.parse(event?.event ?? '').payload).toEqual({
      ...{ room_id: roomId, session_id: sessionId, composition_id: id, format: 'mp4', resolution: '64x36' },
      ...{ duration_secs: 3, size_mb: composition.size_mb, download_url: composition.download_url },
    });
    expect(working()).toEqual([]);

    expect((await server.request('DELETE', `/room_compositions/${id}`)).status).toBe(204);
    expect((await server.app.inject({ url: url.pathname + url.search })).statusCode).toBe(404);
  });

  test('says why it could not be made, to its own webhook if it has one', async () => {
    const broken = join(folder, 'broken.webm');
    writeFileSync(broken, 'no film');
    const { roomId, sessionId, ids } = await record([camera(broken, 0, 2)]);
    const webhook = {
      webhook_event_url: 'https://own.invalid/events',
      webhook_event_failover_url: 'https://spare.invalid/events',
      webhook_timeout_secs: 7,
    };
    const { id } = await order({ session_id: sessionId, ...webhook });
    await reaches(id, { status: 'failed' });
    const { failure_reason: reason, ...composition } = await read(id);
    expect(reason).toContain(`The recording ${ids[0]} cannot be read: delete it, or leave it out.`);
    expect(composition).toMatchObject({ download_url: null, completed_at: null, ended_at: expect.any(String) });
    const [event] = await events();
    expect(event).toMatchObject({
      ...{ url: 'https://own.invalid/events', failoverUrl: 'https://spare.invalid/events', timeoutSecs: 7 },
      eventType: 'video.room.composition.failed',
    });
    expect(JSON.parse(event?.event ?? '').payload).toEqual({
      ...{ room_id: roomId, session_id: sessionId, composition_id: id, reason },
    });
    expect(working()).toEqual([]);
  });

  test('waits until the session is over and what was recorded is stored', async () => {
    const { sessionId, end } = await record([camera(blue, 0, 1)], { over: false });
    const { id } = await order({ session_id: sessionId });
    const late = randomUUID();
    const { recordings } = server.deps.repositories;
    await recordings.begin({
      ...{ id: late, roomId: (await read(id)).room_id, sessionId, participantId: 'bob', streamKey: 'self' },
      ...{ type: 'video', codec: 'vp8', startedAt: server.clock.now() },
    });
    await end();
    expect(await read(id)).toMatchObject({ status: 'enqueued', started_at: null });
    await recordings.fail(late, 'The disk was full.', server.clock.now());
    await reaches(id, { status: 'completed', duration_secs: 1 });
  });

  test('is given up at once when it is deleted while it is made', async () => {
    const { sessionId } = await record([{ ...anHour, file: red }]);
    const told: string[] = [];
    server.deps.compositions.onProgress((compositionId) => told.push(compositionId));
    const { id } = await order({ session_id: sessionId, audio_sources: null });
    await vi.waitFor(async () => expect((await read(id)).progress).toBeGreaterThan(0), { timeout: 20_000 });
    // That it has begun, and how far it has come.
    await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(2));
    expect(new Set(told)).toEqual(new Set([id]));
    expect(await read(id)).toMatchObject({ status: 'processing', started_at: expect.any(String) });
    expect(working()).toEqual([id]);
    expect((await server.request('DELETE', `/room_compositions/${id}`)).status).toBe(204);
    expect(working()).toEqual([]);
    expect((await server.request('GET', `/room_compositions/${id}`)).status).toBe(404);
    expect(await events()).toEqual([]);
  });

  test('is begun anew by the next server when this one is stopped', async () => {
    const { sessionId, ids } = await record([{ ...anHour, file: red }, camera(blue, 0, 1)]);
    const [hour = '', short = ''] = ids;
    const layout = { video_layout: { all: { video_sources: [short] } }, audio_sources: null };
    const { id } = await order({ session_id: sessionId, ...layout });
    await vi.waitFor(async () => expect((await read(id)).progress).toBeGreaterThan(0), { timeout: 20_000 });
    await server.close();
    expect(working()).toEqual([]);
    const { compositions, recordings } = server.deps.repositories;
    expect(await compositions.find(id)).toMatchObject({ status: 'enqueued', progress: 0, startedAt: null });
    // What made the film so long is gone: the next server is through with it soon.
    await recordings.remove(hour);
    await startServer();
    await reaches(id, { status: 'completed', duration_secs: 1 });
    expect((await events()).map(({ eventType }) => eventType)).toEqual(['video.room.composition.completed']);
  });
});
