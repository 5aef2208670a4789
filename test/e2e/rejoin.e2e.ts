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

test('messages that were under way when the server was killed arrive once, in their order', async ({
  join,
  server,
}) => {
  const ada = await join('Ada', { devices: [] });
  const grace = await join('Grace', { devices: [] });
  await expect(ada.tile('Grace')).toBeVisible();
  await expect(grace.tile('Ada')).toBeVisible();
  await grace.page.evaluate(() => {
    window.told = [];
    window.room.on('message_received', (_id, { payload }) => window.told.push(payload));
  });
  const told = () => grace.page.evaluate(() => window.told);
  const payloads = Array.from({ length: 50 }, (_, index) => String(index));

  const writing = ada.page.evaluate(async (payloads) => {
    const sending: Promise<void>[] = [];
    for (const payload of payloads) {
      sending.push(window.room.sendMessage({ type: 'text', payload }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return (await Promise.allSettled(sending)).filter(({ status }) => status === 'rejected').length;
  }, payloads);
  await expect.poll(async () => (await told()).length).toBeGreaterThan(5);
  await server.crashAndRestart();
  expect(await writing).toBe(0);
  await grace.expectConnected();
  await expect.poll(async () => (await told()).length).toBe(50);
  expect(await told()).toEqual(payloads);
});
