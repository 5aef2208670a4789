import { startRoomServer } from '../support/startRoomServer.ts';
import { clapper } from './support/clapper.ts';
import { expect } from './support/fixtures.ts';
import { test as base } from './support/recordedRoom.ts';
import { clapsOf, recordingsOf, settledRecordings } from './support/recordings.ts';

const test = base.extend<object, { server: Awaited<ReturnType<typeof startRoomServer>> }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startRoomServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

/** Waits for a moment between two flashes, so that it is clear which of them there are. */
async function untilBetweenSeconds(): Promise<number> {
  const second = Math.floor(Date.now() / 1_000);
  await expect.poll(() => Date.now() / 1_000, { intervals: [5] }).toBeGreaterThan(second + 1.6);
  return Date.now();
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
    const ada = await join('Ada', { initScript: clapper({ camera: 'red', screen: 'black', hertz: 1_000 }) });
    await expect.poll(async () => (await recordingsOf(api, roomId)).length).toBe(2);
    await untilBetweenSeconds();
    await untilBetweenSeconds();
    const endedAt = Date.now();
    const restarted = server[end]();
    await ada.page.close();
    await restarted;
    // In order, it has finished them before it ended; else that is made up for.
    const recordings = await (end === 'restart' ? recordingsOf(api, roomId) : settledRecordings(api, roomId));
    expect(recordings.map(({ status }) => status)).toEqual(['completed', 'completed']);
    for (const recording of recordings) {
      const { begin, end, claps } = await clapsOf(folder, recording);
      console.log(`${recording.type}: ${Math.round(end - begin)} ms, ends ${Math.round(end - endedAt)} ms after that`);
      expect(Math.abs(end - endedAt)).toBeLessThan(1_000);
      expect(claps.length).toBeGreaterThan(0);
    }
  });
}
