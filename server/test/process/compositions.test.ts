import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openEmbeddedDatabase } from '../../src/db/openEmbeddedDatabase.ts';
import { openPostgres } from '../../src/db/openPostgres.ts';
import { isRunning } from '../../src/db/processIdentity.ts';
import { createRepositories, type Repositories } from '../../src/db/repositories/index.ts';
import { LocalStorage } from '../../src/storage/LocalStorage.ts';
import { RecordingMaker } from '../compositions/support/media.ts';
import { recordFiles } from '../compositions/support/recordSession.ts';
import { type PostgresCluster, startPostgresCluster } from '../support/postgres.ts';
import { ROOM_VALUES } from '../support/roomValues.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { authorized } from '../support/TestServer.ts';
import { API_KEY } from '../support/testConfig.ts';

let folder: string;
let cluster: PostgresCluster | undefined;
const started: ServerProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-killed-'));
});
afterEach(() => Promise.all(started.splice(0).map((server) => server.kill())));
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true });
});

describe.each(['the embedded database', 'PostgreSQL'])('a server on %s', (kind) => {
  test('that is killed while it makes a film makes it after its next start', async () => {
    const dataDir = mkdtempSync(join(folder, 'data-'));
    const env: Record<string, string> = { PARLOUR_DATA_DIR: dataDir, PARLOUR_API_KEY: API_KEY };
    if (kind === 'PostgreSQL') {
      cluster = await startPostgresCluster();
      env.DATABASE_URL = await cluster.createDatabase('parlour');
    }
    /** Works on what the server keeps, while it does not run. */
    const meanwhile = async <Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> => {
      const { db, close } = await (env.DATABASE_URL === undefined
        ? openEmbeddedDatabase(dataDir)
        : openPostgres(env.DATABASE_URL, () => {}));
      return work(createRepositories(db, () => new Date())).finally(close);
    };
    const startServer = async () => {
      const server = ServerProcess.start(env);
      started.push(server);
      return { server, url: await server.listening() };
    };

    const file = await new RecordingMaker(dataDir).video('red', { colour: 'red', secs: 1 });
    const storage = new LocalStorage(join(dataDir, 'storage'), { sign: () => '' });
    const { sessionId, hour } = await meanwhile(async (repositories) => {
      const { id: roomId } = await repositories.rooms.create(ROOM_VALUES);
      const session = { roomId, sessionId: await repositories.sessions.open(roomId), startedAt: new Date() };
      const [longest = ''] = await recordFiles({ repositories, storage }, session, [
        { type: 'video', file, from: 0, to: 3600, streamKey: 'presentation' },
        { type: 'video', file, from: 0, to: 1 },
      ]);
      await repositories.sessions.end(session.sessionId, 'empty');
      return { sessionId: session.sessionId, hour: longest };
    });

    const first = await startServer();
    const headers = { ...authorized, 'content-type': 'application/json' };
    const body = JSON.stringify({ session_id: sessionId, resolution: '64x36', audio_sources: null });
    const ask = async (url: string, init: RequestInit) => {
      const { data } = (await (await fetch(url, { headers, ...init })).json()) as { data: Record<string, unknown> };
      return data;
    };
    const id = String((await ask(`${first.url}/v2/room_compositions`, { method: 'POST', body })).id);
    const read = (url: string) => ask(`${url}/v2/room_compositions/${id}`, {});
    const waiting = { timeout: 20_000, interval: 50 };
    await vi.waitFor(async () => expect((await read(first.url)).progress).toBeGreaterThan(0), waiting);
    await first.server.kill();
    const ffmpeg = JSON.parse(readFileSync(join(dataDir, 'compositions', id, 'ffmpeg.json'), 'utf8'));
    expect(isRunning(ffmpeg)).toBe(true);

    // What made the film so long is gone: the next server is through with it soon.
    await meanwhile(({ recordings }) => recordings.remove(hour));
    const second = await startServer();
    await vi.waitFor(async () => expect(await read(second.url)).toMatchObject({ status: 'completed' }), waiting);
    expect(await read(second.url)).toMatchObject({ duration_secs: 1, failure_reason: null });
    await vi.waitFor(() => expect(isRunning(ffmpeg)).toBe(false), waiting);
    expect(readdirSync(join(dataDir, 'compositions'))).toEqual([]);
    expect(existsSync(join(dataDir, 'storage/compositions', `${id}.mp4`))).toBe(true);
  }, 90_000);
});
