import { type RoomServer, startRoomServer } from '../support/startRoomServer.ts';
import { test as base, expect } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

/** With one person on each worker, whatever two people send each other goes through a pipe. */
const test = base.extend<object, { server: RoomServer }>({
  server: [
    async ({}, use) => {
      const server = await startRoomServer({ PARLOUR_WORKERS: '2', PARLOUR_ROOM_PARTICIPANTS_PER_WORKER: '1' });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

const connectionsMade = (person: Person) => person.page.evaluate(() => window.connections.length);

test('two people on different workers see and hear each other, turn their cameras off and on, and come and go', async ({
  join,
}) => {
  test.setTimeout(120_000);
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  const negotiations = await grace.negotiations();

  const height = async () => (await grace.received('Ada')).frameHeight;
  await grace.page.setViewportSize({ width: 1440, height: 1000 });
  await expect.poll(height, { timeout: 20_000 }).toBeGreaterThanOrEqual(360);
  await grace.page.setViewportSize({ width: 420, height: 300 });
  await expect.poll(height, { timeout: 20_000 }).toBeLessThanOrEqual(180);

  await ada.control('Camera').click();
  await expect(grace.tile('Ada')).not.toHaveAttribute('data-video');
  await ada.control('Camera').click();
  await expect(grace.tile('Ada')).toHaveAttribute('data-video', '');
  await grace.expectToReceive('Ada');
  expect(await grace.negotiations()).toBe(negotiations);

  await grace.control('Leave').click();
  await expect(ada.tile('Grace')).toHaveCount(0);
  await grace.page.getByRole('button', { name: 'Join again' }).click();
  await expect(ada.tile('Grace')).toBeVisible();
  await grace.expectToReceive('Ada');
});

test('a worker that dies takes only its people with it, who come back by themselves', async ({ join, server }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  const people = [ada, grace];
  const before = await Promise.all(people.map(connectionsMade));

  process.kill(server.workers()[0] ?? 0, 'SIGKILL');
  const again = async () =>
    (await Promise.all(people.map(connectionsMade))).map((count, i) => count > (before[i] ?? 0));
  await expect.poll(async () => (await again()).some(Boolean)).toBe(true);
  await ada.expectConnected();
  await grace.expectConnected();
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  expect((await again()).filter(Boolean)).toHaveLength(1);
});
