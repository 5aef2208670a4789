import { startRoomServer } from '../support/startRoomServer.ts';
import { test as base, expect } from './support/fixtures.ts';

/** A server that a test may kill. */
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

test('people come back by themselves, with their streams, when the server was killed', async ({ join, server }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  const identity = () => grace.page.evaluate(() => window.room.getState().localParticipantId);
  const before = await identity();

  await server.crashAndRestart();
  await ada.expectConnected();
  await grace.expectConnected();
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  expect(await identity()).toBe(before);
  await expect(ada.tile('Grace')).toHaveCount(1);
});
