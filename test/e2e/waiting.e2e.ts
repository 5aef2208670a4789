import { expect, test } from './support/fixtures.ts';

test('somebody waits in front of the room, a moderator lets it in by the list of people, and it is seen at once', async ({
  join,
  api,
  roomId,
}) => {
  const host = await join('Ada', {
    tokenSource: () => api.createToken(roomId, { participant: { name: 'Ada' }, grants: { moderate: true } }),
  });
  await host.expectConnected();
  const guest = await join('Grace', {
    tokenSource: () => api.createToken(roomId, { participant: { id: 'grace', name: 'Grace' }, grants: { wait: true } }),
  });
  const status = guest.page.getByRole('status').filter({ hasText: 'Waiting to be let in' });
  await expect(status).toBeVisible();
  // Nothing of it is in the room.
  expect(await host.page.evaluate(() => window.room.getState().participants.size)).toBe(1);
  await expect(host.page.locator('[aria-live=polite]').getByText('Grace waits to be let in')).toBeAttached();

  await host.page.getByRole('button', { name: 'People, waiting: 1' }).click();
  await host.page.getByRole('button', { name: 'Let in Grace' }).click();
  await guest.expectConnected();
  await host.expectToReceive('Grace');
  await guest.expectToReceive('Ada');
  await expect(host.page.getByRole('button', { name: 'Let in Grace' })).toBeHidden();

  // Who was let in comes back by itself.
  await guest.page.reload();
  await guest.expectConnected();
  await expect(status).toBeHidden();
});

test('somebody is turned away, asks again, and leaves before anybody has decided', async ({ join, api, roomId }) => {
  const host = await join('Ada', {
    devices: [],
    tokenSource: () => api.createToken(roomId, { participant: { name: 'Ada' }, grants: { moderate: true } }),
  });
  await host.expectConnected();
  const guest = await join('Grace', {
    devices: [],
    tokenSource: () => api.createToken(roomId, { participant: { id: 'grace', name: 'Grace' }, grants: { wait: true } }),
  });
  const waiting = () => host.page.evaluate(() => window.room.getState().waiting.map(({ name }) => name));
  await expect.poll(waiting).toEqual(['Grace']);
  await host.page.evaluate(() => window.room.moderation.turnAway('all'));
  await expect(guest.page.getByText('A moderator did not let you in.')).toBeVisible();
  await expect.poll(waiting).toEqual([]);

  await guest.page.getByRole('button', { name: 'Join again' }).click();
  await expect.poll(waiting).toEqual(['Grace']);
  await guest.control('Leave').click();
  await expect(guest.page.getByText('You left')).toBeVisible();
  await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
});
