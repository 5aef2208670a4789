import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SignallingLine } from '../support/faults/SignallingLine.ts';
import type { RoomsApi } from '../support/RoomsApi.ts';
import { startRoomServer } from '../support/startRoomServer.ts';
import { beepsOf, clapper, flashesOf, probe } from './support/clapper.ts';
import { test as base, expect } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

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

/** The process that writes a recording. */
function writerOf({ id }: Pick<Recording, 'id'>): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = pids.find((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(id);
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`Nothing writes the recording ${id}.`);
  return Number(found);
}

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

/** How far each moment is from the full second that it was made at; it comes later, or a little before. */
const lateness = (moments: readonly number[]) =>
  moments.map((moment) => moment - Math.floor((moment + 300) / SECOND) * SECOND);
const seconds = (moments: readonly number[]) => moments.map((moment) => Math.floor((moment + 300) / SECOND));
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Waits until nothing is being written or stored any more. */
async function settled(api: RoomsApi, roomId: string): Promise<Recording[]> {
  const processing = async () => (await list(api, roomId)).filter(({ status }) => status === 'processing');
  await expect.poll(async () => (await processing()).length).toBe(0);
  return list(api, roomId);
}

test('a call is recorded: what was seen and heard, at its time', async ({ join, api, roomId, server, folder }) => {
  const proxy = await SignallingLine.start(server.url);
  const ada = await join('Ada', { initScript: clapper });
  const grace = await join('Grace', { initScript: clapper, serverUrl: proxy.url });
  const set = (person: Person, device: 'microphone' | 'camera' | 'screen', on: boolean) =>
    person.page.evaluate(([device, on]) => window.room.devices[device][on ? 'enable' : 'disable'](), [
      device,
      on,
    ] as const);
  await expect.poll(async () => (await list(api, roomId)).length).toBe(4);
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  await untilBetweenSeconds();

  // A mute, a camera that is off, a late joiner, a shared screen and a reconnection.
  const off = await untilBetweenSeconds();
  await Promise.all([set(ada, 'microphone', false), set(grace, 'camera', false)]);
  const linus = await join('Linus', { initScript: clapper, devices: ['microphone'] });
  await set(ada, 'screen', true);
  proxy.cut();
  await expect.poll(async () => (await list(api, roomId)).length).toBe(6);
  const shared = await untilBetweenSeconds();
  await grace.expectConnected();
  await Promise.all([set(ada, 'microphone', true), set(grace, 'camera', true)]);
  const on = Date.now();
  await grace.expectToReceive('Ada');
  await set(ada, 'screen', false);
  const unshared = Date.now();
  await untilBetweenSeconds();

  // One ffmpeg dies; nobody in the call is the worse for it.
  const idOf = ({ page }: Person) => page.evaluate(() => window.room.getState().localParticipantId);
  const [adaId, graceId, linusId] = [await idOf(ada), await idOf(grace), await idOf(linus)];
  const voice = (await list(api, roomId)).find(({ participant_id }) => participant_id === linusId) as Recording;
  process.kill(writerOf(voice), 'SIGKILL');
  await expect.poll(async () => (await list(api, roomId)).find(({ id }) => id === voice.id)?.status).toBe('failed');
  await ada.expectToReceive('Grace');
  await untilBetweenSeconds();
  const left = Date.now();
  await Promise.all([ada, grace, linus].map(({ page }) => page.close()));
  const gone = Date.now();
  await proxy.close();

  const recordings = await settled(api, roomId);
  const find = (participant: string, type: string, key = 'self') =>
    recordings.find(
      (one) => one.participant_id === participant && one.type === type && one.stream_key === key,
    ) as Recording;
  expect(find(linusId, 'audio').failure_reason ?? recordings.find(({ id }) => id === voice.id)?.failure_reason).toBe(
    'ffmpeg was ended by SIGKILL.',
  );
  const content = {
    adaVoice: await contentOf(folder, find(adaId, 'audio')),
    adaPicture: await contentOf(folder, find(adaId, 'video')),
    graceVoice: await contentOf(folder, find(graceId, 'audio')),
    gracePicture: await contentOf(folder, find(graceId, 'video')),
    screen: await contentOf(folder, find(adaId, 'video', 'presentation')),
  };
  for (const [name, { codec, begin, end, moments }] of Object.entries(content)) {
    console.log(
      `${name}: ${codec}, ${((end - begin) / SECOND).toFixed(2)} s, ends ${Math.round(end - left)} ms after the end of the call; late by ${lateness(moments).map(Math.round).join(' ')} ms`,
    );
    expect(codec).toBe(name.endsWith('Voice') ? 'opus' : 'vp8');
  }

  // How long they are: to the end of the call, the screen until it was taken back.
  for (const whole of [content.adaVoice, content.adaPicture, content.graceVoice, content.gracePicture]) {
    expect(whole.end).toBeGreaterThan(left - 300);
    expect(whole.end).toBeLessThan(gone + 300);
  }
  expect(Math.abs(content.screen.end - unshared)).toBeLessThan(300);
  expect(content.screen.begin).toBeLessThan(shared);

  // Every second that something was on is in its file, and none that it was off.
  const between = (from: number, to: number) =>
    Array.from(
      { length: Math.floor(to / SECOND) - Math.floor(from / SECOND) },
      (_, index) => Math.ceil(from / SECOND) + index,
    );
  const withGap = ({ begin }: { begin: number }) => [...between(begin, off), ...between(on, left)];
  expect(seconds(content.graceVoice.moments)).toEqual(between(content.graceVoice.begin, left));
  expect(seconds(content.adaPicture.moments)).toEqual(between(content.adaPicture.begin, left));
  expect(seconds(content.adaVoice.moments)).toEqual(withGap(content.adaVoice));
  expect(seconds(content.gracePicture.moments)).toEqual(withGap(content.gracePicture));

  // Picture and sound of a person go together, before and after a gap.
  for (const [picture, sound] of [
    [content.adaPicture, content.adaVoice],
    [content.gracePicture, content.graceVoice],
  ] as const) {
    for (const part of [(moment: number) => moment < off + SECOND / 2, (moment: number) => moment > on]) {
      const offset = median(lateness(picture.moments.filter(part))) - median(lateness(sound.moments.filter(part)));
      console.log(`the picture is ${Math.round(offset)} ms behind the sound`);
      expect(Math.abs(offset)).toBeLessThanOrEqual(100);
    }
  }
});

test('what was recorded until the server was killed is there after its restart', async ({
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
  const killed = Date.now();
  const restarted = server.crashAndRestart();
  await ada.page.close();
  await restarted;
  const recordings = await settled(api, roomId);
  expect(recordings.map(({ status }) => status)).toEqual(['completed', 'completed']);
  for (const recording of recordings) {
    const { begin, end, moments } = await contentOf(folder, recording);
    console.log(`${recording.type}: ${Math.round(end - begin)} ms, ends ${Math.round(end - killed)} ms after the kill`);
    expect(Math.abs(end - killed)).toBeLessThan(1_000);
    expect(moments.length).toBeGreaterThan(0);
  }
});
