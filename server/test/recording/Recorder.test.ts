import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRepositories, type Repositories } from '../../src/db/repositories/index.ts';
import type { Recording } from '../../src/db/repositories/RecordingsRepository.ts';
import { Recorder } from '../../src/recording/Recorder.ts';
import type { RecordingsArchiveOptions } from '../../src/recording/RecordingsArchive.ts';
import { TrackFile } from '../../src/recording/TrackFile.ts';
import { DownloadUrls } from '../../src/storage/DownloadUrls.ts';
import { LocalStorage } from '../../src/storage/LocalStorage.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { SpokenTrack } from './support/SpokenTrack.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const now = () => new Date();
const pushIt = TrackFile.prototype.push;

let database: TestDatabase;
let folder: string;
let repositories: Repositories;
let storage: LocalStorage;
let changes: Recording[];
let track: SpokenTrack;
const tracks: SpokenTrack[] = [];
beforeAll(async () => {
  database = await startMemoryDatabase();
});
beforeEach(async () => {
  await database.reset();
  folder = mkdtempSync(join(tmpdir(), 'parlour-recorder-'));
  repositories = createRepositories(database.database.db, now);
  storage = new LocalStorage(join(folder, 'stored'), new DownloadUrls({ secret: 's', publicUrl: () => '', now }));
  changes = [];
  track = await newTrack();
});
afterEach(() => {
  for (const one of tracks.splice(0)) one.end();
  rmSync(folder, { recursive: true });
});
afterAll(() => database?.stop());

async function newTrack(): Promise<SpokenTrack> {
  const values = { uniqueName: null, maxParticipants: 2, enableRecording: true, webhookTimeoutSecs: null };
  const room = await repositories.rooms.create({ ...values, webhookEventUrl: null, webhookEventFailoverUrl: null });
  const made = new SpokenTrack(room.id, await repositories.sessions.open(room.id));
  tracks.push(made);
  return made;
}

/** The record of recordings, and what was put on it. */
const watched: RecordingsArchiveOptions['recordings'] = {
  begin: (recording) => noted(repositories.recordings.begin(recording)),
  correctStart: (...args) => repositories.recordings.correctStart(...args),
  complete: (...args) => noted(repositories.recordings.complete(...args)),
  fail: (...args) => noted(repositories.recordings.fail(...args)),
  unfinished: () => repositories.recordings.unfinished(),
};
async function noted<Found extends Recording | null>(recording: Promise<Found>): Promise<Found> {
  const found = await recording;
  if (found) changes.push(found);
  return found;
}

const working = () => join(folder, 'working');
const newRecorder = (given: { storage?: Pick<LocalStorage, 'put' | 'delete'> } = {}) =>
  new Recorder({
    folder: working(),
    storage: given.storage ?? storage,
    recordings: watched,
    log: SILENT,
    now,
  });
const statuses = () => changes.map(({ status }) => status);
/** The process that writes the file of a recording. */
function writerOf({ id }: Recording): number {
  const found = readdirSync('/proc').find((pid) => {
    const file = `/proc/${pid}/cmdline`;
    return /^\d+$/.test(pid) && existsSync(file) && readFileSync(file, 'utf8').includes(id);
  });
  return Number(found ?? Number.NaN);
}
/** Waits until a recording is on record and so much of it is on disk. */
async function begun(index = 0): Promise<Recording> {
  await vi.waitFor(() => expect(changes[index]?.status).toBe('processing'), { timeout: 10_000 });
  const recording = changes[index] as Recording;
  const size = () => readFileSync(join(working(), `${recording.id}.ogg`)).length;
  await vi.waitFor(() => expect(size()).toBeGreaterThan(300), { timeout: 15_000 });
  return recording;
}

describe('a recording', () => {
  test('is put on record with its first packet, and stored when it is stopped', async () => {
    const recorder = newRecorder();
    const before = Date.now();
    const recording = recorder.record(track);
    const { id } = await begun();
    recording.stop();
    recording.stop();
    const after = Date.now();
    await recorder.finished();
    expect(recorder.count).toBe(0);
    const done = (await repositories.recordings.find(id)) as Recording;
    expect(done).toMatchObject({ status: 'completed', codec: 'opus', type: 'audio', failureReason: null });
    expect(done.startedAt.getTime()).toBeGreaterThanOrEqual(before);
    const length = after - done.startedAt.getTime();
    expect(Math.abs((done.durationMs ?? 0) - length)).toBeLessThan(300);
    expect(await storage.size(done.storageKey ?? '')).toBe(done.sizeBytes);
    expect(statuses()).toEqual(['processing', 'completed']);
    expect(readdirSync(working())).toEqual([]);
  });

  test('begins when its first packet came, however long it takes to start ffmpeg', async () => {
    const recorder = newRecorder();
    const push = vi.spyOn(TrackFile.prototype, 'push');
    let [firstAt, busyMs] = [0, 300];
    push.mockImplementation(function (this: TrackFile, data, at) {
      firstAt ||= performance.timeOrigin + at;
      const pushed = pushIt.call(this, data, at);
      for (const until = performance.now() + busyMs; performance.now() < until; );
      busyMs = 0;
      return pushed;
    });
    const recording = recorder.record(track);
    const { startedAt } = await begun();
    push.mockRestore();
    expect(Math.abs(startedAt.getTime() - firstAt)).toBeLessThan(50);
    recording.stop();
    await recorder.finished();
  });

  test('is completed with the moment at which its beginning was captured, once its sender has said it', async () => {
    const recorder = newRecorder();
    const recording = recorder.record(track);
    const { id, startedAt } = await begun();
    track.report(400);
    recording.stop();
    await recorder.finished();
    const done = (await repositories.recordings.find(id)) as Recording;
    expect(Math.abs(startedAt.getTime() - done.startedAt.getTime() - 400)).toBeLessThan(100);
  });

  test('has that moment on record while it goes on, which is what a crash leaves', async () => {
    const recorder = newRecorder();
    const recording = recorder.record(track);
    const { id, startedAt } = await begun();
    track.report(400);
    const soonerMs = async () => {
      const found = (await repositories.recordings.find(id)) as Recording;
      expect(found.status).toBe('processing');
      return startedAt.getTime() - found.startedAt.getTime();
    };
    await vi.waitFor(async () => expect(Math.abs((await soonerMs()) - 400)).toBeLessThan(100));
    recording.stop();
    await recorder.finished();
  });

  test('of a track through which nothing comes leaves no trace', async () => {
    const recorder = newRecorder();
    track.openTap = async (options) => ({
      ...(await SpokenTrack.prototype.openTap.call(track, options)),
      start: async () => {},
    });
    const recording = recorder.record(track);
    await new Promise((resolve) => setImmediate(resolve));
    recording.stop();
    await recorder.finished();
    expect(changes).toEqual([]);
  });

  test('that cannot be opened disturbs nobody', async () => {
    const recorder = newRecorder();
    track.openTap = () => Promise.reject(new Error('There is no producer.'));
    recorder.record(track);
    await recorder.finished();
    expect(changes).toEqual([]);
  });

  test('fails with the reason when its ffmpeg is killed, keeps what there is, and is followed by another', async () => {
    const recorder = newRecorder();
    const recording = recorder.record(track);
    const first = await begun();
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    process.kill(writerOf(first), 'SIGKILL');
    await vi.waitFor(() => expect(statuses()).toContain('failed'), { timeout: 10_000 });
    vi.restoreAllMocks();
    const failed = (await repositories.recordings.find(first.id)) as Recording;
    expect(failed).toMatchObject({ status: 'failed', failureReason: 'ffmpeg was ended by SIGKILL.' });
    expect(failed.durationMs).toBeGreaterThan(0);
    expect(await storage.size(failed.storageKey ?? '')).toBe(failed.sizeBytes);
    await vi.waitFor(() => expect(statuses()).toEqual(['processing', 'failed', 'processing']), { timeout: 10_000 });
    recording.stop();
    await recorder.finished();
  });

  test('is not stored when nobody wants it any more', async () => {
    const recorder = newRecorder();
    recorder.record(track);
    const { id } = await begun();
    await recorder.discard(id);
    await recorder.discard(id);
    expect(readdirSync(working())).toEqual([]);
    expect(statuses()).toEqual(['processing']);
    expect(existsSync(join(folder, 'stored'))).toBe(false);
  });

  test('that was deleted while it was being stored leaves no file', async () => {
    const recorder = newRecorder();
    const recording = recorder.record(track);
    const { id } = await begun();
    await repositories.recordings.remove(id);
    recording.stop();
    await recorder.finished();
    expect(await storage.size(`recordings/${id}.ogg`)).toBeNull();
  });
});

describe('after a crash', () => {
  /** A recording as a server leaves it that dies. */
  async function leaveBehind(): Promise<Recording> {
    const recorder = newRecorder({ storage: { put: async () => {}, delete: async () => {} } });
    const recording = recorder.record(track);
    const begunOne = await begun();
    const file = join(working(), `${begunOne.id}.ogg`);
    const copy = join(folder, 'copy');
    await copyFile(file, copy);
    recording.stop();
    await recorder.finished();
    await repositories.recordings.remove(begunOne.id);
    await repositories.recordings.begin(begunOne);
    await copyFile(copy, file);
    changes.length = 0;
    return begunOne;
  }

  test('what the file holds is completed', async () => {
    const { id } = await leaveBehind();
    const recorder = newRecorder();
    await recorder.repair();
    await recorder.finished();
    const repaired = (await repositories.recordings.find(id)) as Recording;
    expect(repaired).toMatchObject({ status: 'completed', failureReason: null });
    expect(repaired.durationMs).toBeGreaterThan(0);
    expect(await storage.size(repaired.storageKey ?? '')).toBe(repaired.sizeBytes);
    expect(readdirSync(working())).toEqual([]);
    expect(statuses()).toEqual(['completed']);
  });

  test('one whose file holds nothing has failed, and files of nobody are removed', async () => {
    const { id } = await leaveBehind();
    await truncate(join(working(), `${id}.ogg`), 10);
    await copyFile(join(working(), `${id}.ogg`), join(working(), `${crypto.randomUUID()}.webm`));
    const recorder = newRecorder();
    await recorder.repair();
    await recorder.finished();
    const failed = await repositories.recordings.find(id);
    expect(failed).toMatchObject({
      status: 'failed',
      failureReason: expect.stringContaining('Nothing'),
      storageKey: null,
    });
    expect(readdirSync(working())).toEqual([]);
  });

  test('one of which there is no file has failed, unless its session goes on, on another server', async () => {
    const lost = await repositories.recordings.begin({
      ...{ id: crypto.randomUUID(), roomId: track.roomId, sessionId: await track.session, participantId: 'ada' },
      ...{ streamKey: 'self', type: 'audio', codec: 'opus', startedAt: now() },
    });
    const repair = async () => {
      const recorder = newRecorder();
      await recorder.repair();
      await recorder.finished();
      return (await repositories.recordings.find(lost.id))?.status;
    };
    expect(await repair()).toBe('processing');
    await repositories.sessions.end(lost.sessionId, 'empty');
    expect(await repair()).toBe('failed');
  });

  test('one whose file could not be stored is stored', async () => {
    const broken = newRecorder({
      storage: { put: () => Promise.reject(new Error('The bucket does not answer.')), delete: async () => {} },
    });
    const recording = broken.record(track);
    const { id } = await begun();
    recording.stop();
    await broken.finished();
    expect(await repositories.recordings.find(id)).toMatchObject({
      status: 'failed',
      failureReason: 'It could not be stored: The bucket does not answer.',
    });
    const recorder = newRecorder();
    await recorder.repair();
    await recorder.finished();
    expect(await repositories.recordings.find(id)).toMatchObject({ status: 'completed', failureReason: null });
  });
});
