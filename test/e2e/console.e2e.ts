import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { buildConsolePage, consolePageIsStale } from '../../scripts/start/consolePage.mjs';
import type { RoomServer } from '../support/startRoomServer.ts';
import { test as base, expect } from './support/fixtures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const test = base.extend<{ desk: Page }, { built: undefined }>({
  built: [
    async ({ browserName: _ }, use) => {
      if (consolePageIsStale(root)) await buildConsolePage({ root, node: process.execPath });
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  /** A window on the console, signed in. */
  desk: async ({ browser, server }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await signIn(page, server);
    await use(page);
    await context.close();
  },
  /** A room that is made there. */
  roomId: async ({ desk, api }, use) => {
    await desk.getByRole('button', { name: 'New room' }).click();
    await desk.getByRole('textbox', { name: 'Name' }).fill('lesson');
    await desk.getByLabel('Record everything').check();
    await desk.getByRole('button', { name: 'Create room' }).click();
    await expect(desk.getByText('lesson was created.')).toBeVisible();
    const [room] = await api.get<{ id: string }[]>('/v2/rooms?filter[unique_name]=lesson');
    await use(room?.id ?? '');
  },
});

async function signIn(page: Page, { url, apiKey }: Pick<RoomServer, 'url' | 'apiKey'>): Promise<void> {
  await page.goto(`${url}/console`);
  await page.getByLabel('API key').fill(apiKey);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Rooms' })).toBeVisible();
}

test('a room is made at the console, watched while people are in it, its session ended, and its recordings played', async ({
  desk,
  join,
}) => {
  test.setTimeout(120_000);
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectToReceive('Grace');

  await desk.getByRole('link', { name: 'Show who is in lesson' }).click();
  const row = (name: string) => desk.getByRole('row').filter({ hasText: name });
  await expect(row('Ada')).toBeVisible();
  await expect(row('Grace').getByRole('img', { name: /microphone: on/i })).toBeVisible();
  // The browser's microphone beeps.
  await expect(row('Grace')).toContainText('Speaking');

  await row('Grace').getByRole('button', { name: 'Mute Grace' }).click();
  await expect(grace.control('Microphone')).toBeDisabled();
  await expect(ada.tile('Grace')).not.toHaveAttribute('data-audio');
  await expect(row('Grace').getByRole('img', { name: /microphone: turned off by a moderator/i })).toBeVisible();

  await row('Grace').getByRole('button', { name: 'Remove Grace' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row('Grace')).toHaveCount(0);
  await expect(ada.tile('Grace')).toHaveCount(0);

  await desk.getByRole('button', { name: 'End session' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
  await expect(desk.getByText('This session has ended.')).toBeVisible();
  await expect(ada.page.locator('.parlour-room')).not.toHaveAttribute('data-status', 'connected');

  // Sound and picture of two people.
  await desk.getByRole('link', { name: 'Recordings' }).click();
  await expect(desk.getByText('4 of 4')).toBeVisible();
  await desk.getByLabel('State').selectOption('Ready');
  await desk.getByLabel('Kind').selectOption('Picture');
  await expect(desk.getByText('2 of 2')).toBeVisible();
  await desk
    .getByRole('button', { name: /^Play: Picture/ })
    .first()
    .click();
  const player = desk.getByRole('dialog').locator('video');
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.5);
  expect(await player.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);

  await desk.getByRole('button', { name: 'Delete all of these' }).click();
  await desk.getByRole('alertdialog', { name: 'Delete 2 recordings?' }).getByRole('button', { name: 'Delete' }).click();
  await expect(desk.getByText('2 recordings were deleted.')).toBeVisible();
  await desk.getByLabel('Kind').selectOption('Sound');
  await expect(desk.getByText('2 of 2')).toBeVisible();
});

test('who is signed out elsewhere signs in again where they were', async ({ desk, server }) => {
  await desk.getByRole('link', { name: 'Sessions' }).click();
  await expect(desk.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  await desk.context().clearCookies();
  await desk.reload();
  await desk.getByLabel('API key').fill(server.apiKey);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await expect(desk.getByRole('heading', { name: 'Sessions' })).toBeVisible();
});

test('a page of another origin gets nothing done with the session of the console', async ({ desk, server, appUrl }) => {
  const page = await desk.context().newPage();
  await page.goto(appUrl);
  const asked = await page.evaluate(async (url) => {
    const ask = (path: string, init: RequestInit) =>
      fetch(`${url}/console/api${path}`, { credentials: 'include', mode: 'no-cors', ...init }).then(
        ({ type }) => type,
        () => 'failed',
      );
    return [
      await ask('/v2/rooms', { method: 'POST', body: '{"unique_name":"forged"}' }),
      await ask('/session', { method: 'DELETE' }),
    ];
  }, server.url);
  // A browser tells such a page nothing of the answer.
  expect(asked[0]).toBe('opaque');
  await desk.reload();
  await expect(desk.getByRole('heading', { name: 'Rooms' })).toBeVisible();
  await expect(desk.getByText('forged')).toHaveCount(0);
});

test('a wrong key is refused, and so is a flood of them', async ({ page, server }) => {
  await page.goto(`${server.url}/console`);
  const key = page.getByLabel('API key');
  await key.fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(key).toHaveAccessibleDescription(/not valid/);
  const button = page.getByRole('button', { name: 'Sign in' });
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await button.click();
    await expect(button).not.toHaveAttribute('aria-busy');
  }
  await expect(key).toHaveAccessibleDescription(/Too many attempts/);
});
