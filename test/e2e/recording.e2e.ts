import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RoomsApi } from '../support/RoomsApi.ts';
import { startRoomServer } from '../support/startRoomServer.ts';
import { beepsOf, clapper, flashesOf, probe } from './support/clapper.ts';
import { test as base, expect } from './support/fixtures.ts';

const test = base.extend<{ folder: string }, { server: Awaited<ReturnType<typeof startRoomServer>> }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startRoomServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  roomId: async ({ api }, use) => {
    await use(await api.createRoom({ enable_recording: true }));
  },
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'parlour-recorded-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

interface Recording {
  readonly id: string;
  readonly participant_id: string;
  readonly stream_key: string;
  readonly type: 'audio' | 'video';
  readonly status: string;
  readonly codec: string;
  readonly duration_secs: number;
  readonly download_url: string;
  readonly failure_reason: string | null;
  readonly started_at: string;
}

const list = (api: RoomsApi, roomId: string) => api.get<Recording[]>(`/v2/room_recordings?filter[room_id]=${roomId}`);

async function download(folder: string, { id, download_url }: Recording): Promise<string> {
  const file = path.join(folder, id);
  await writeFile(file, Buffer.from(await (await fetch(download_url)).arrayBuffer()));
  return file;
}

/** Waits for a moment between two flashes, so that it is clear which of them there are. */
async function untilBetweenSeconds(): Promise<number> {
  const second = Math.floor(Date.now() / 1_000);
  await expect.poll(() => Date.now() / 1_000, { intervals: [5] }).toBeGreaterThan(second + 1.6);
  return Date.now();
}

const SECOND = 1_000;

/** What is in the file of a recording: the moments of its flashes or beeps, and its own end, by the wall clock. */
async function contentOf(folder: string, recording: Recording) {
  const file = await download(folder, recording);
  const { codec, durationSecs } = await probe(file);
  const begin = Date.parse(recording.started_at);
  const found = recording.type === 'audio' ? await beepsOf(file) : await flashesOf(file);
  const moments = found.map((at) => begin + at * SECOND);
  return { codec, begin, end: begin + durationSecs * SECOND, moments };
}

/** Waits until nothing is being written or stored any more. */
async function settled(api: RoomsApi, roomId: string): Promise<Recording[]> {
  const processing = async () => (await list(api, roomId)).filter(({ status }) => status === 'processing');
  await expect.poll(async () => (await processing()).length).toBe(0);
  return list(api, roomId);
}

for (const { what, end } of [
  { what: 'was killed', end: 'crashAndRestart' },
  { what: 'was told to end', end: 'restart' },
] as const) {
  test(`what was recorded until the server ${what} is there after its restart`, async ({
    join,
    api,
    roomId,
    server,
    folder,
  }) => {
    const ada = await join('Ada', { initScript: clapper });
    await expect.poll(async () => (await list(api, roomId)).length).toBe(2);
    await untilBetweenSeconds();
    await untilBetweenSeconds();
    const endedAt = Date.now();
    const restarted = server[end]();
    await ada.page.close();
    await restarted;
    // In order, it has finished them before it ended; else that is made up for.
    const recordings = await (end === 'restart' ? list(api, roomId) : settled(api, roomId));
    expect(recordings.map(({ status }) => status)).toEqual(['completed', 'completed']);
    for (const recording of recordings) {
      const { begin, end, moments } = await contentOf(folder, recording);
      console.log(`${recording.type}: ${Math.round(end - begin)} ms, ends ${Math.round(end - endedAt)} ms after that`);
      expect(Math.abs(end - endedAt)).toBeLessThan(1_000);
      expect(moments.length).toBeGreaterThan(0);
    }
  });
}
