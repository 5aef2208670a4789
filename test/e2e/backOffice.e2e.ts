import type { BackOfficeOptions } from './app/backOffice.tsx';
import { expect } from './support/fixtures.ts';
import { test } from './support/recordedRoom.ts';

test('a live room refreshes what it changes: who is there, and what is recorded', async ({
  page,
  api,
  server,
  appUrl,
  roomId,
  join,
}) => {
  const asked: string[] = [];
  // The application's own backend, which holds the key.
  await page.route('**/backend/**', async (route) => {
    const address = new URL(route.request().url());
    asked.push(address.pathname);
    const answer = await fetch(`${server.url}${address.pathname.replace('/backend', '')}${address.search}`, {
      headers: { authorization: `Bearer ${server.apiKey}` },
    });
    await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() });
  });
  await page.exposeFunction('getDeskToken', () => api.createToken(roomId, { participant: { name: 'Desk' } }));
  await page.addInitScript((options) => Object.assign(window, { backOffice: options }), {
    roomId,
    serverUrl: server.url,
  } satisfies BackOfficeOptions);
  await page.goto(new URL('backOffice.html', appUrl).href);
  const people = page.getByRole('list', { name: 'People' });
  const recordings = page.getByRole('list', { name: 'Recordings' });
  await expect(people).toContainText('Desk: here');
  await expect(recordings.getByRole('listitem')).toHaveCount(0);
  // Nothing happens in the room, and nothing is asked.
  const before = asked.length;

  const ada = await join('Ada');
  await expect(people).toContainText('Ada: here');
  await expect(recordings.getByText('processing')).toHaveCount(2);
  expect(asked.length).toBeGreaterThan(before);

  await ada.page.close();
  await expect(people).toContainText('Ada: gone', { timeout: 45_000 });
  await expect(recordings.getByText('completed')).toHaveCount(2);
});
