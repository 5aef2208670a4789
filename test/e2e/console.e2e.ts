import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
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

async function expectToPlay(player: Locator): Promise<void> {
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.5);
  expect(await player.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
}

/** Where a film shows something: in the middle of its left half, low in its right one, and at the top of that. */
function shownParts(video: HTMLVideoElement) {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(video, 0, 0);
  const isLit = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data;
    return Math.max(red, green, blue) > 32;
  };
  return { left: isLit(0.25, 0.5), right: isLit(0.75, 0.6), above: isLit(0.75, 0.1) };
}

test('a room is made at the console, watched while people are in it, its session ended, its recordings played and made a film', async ({
  desk,
  join,
}) => {
  test.setTimeout(180_000);
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectToReceive('Grace');

  await desk.getByRole('link', { name: 'Show who is in lesson' }).click();
  const row = (name: string) => desk.getByRole('row').filter({ hasText: name });
  await expect(row('Ada')).toBeVisible();
  await expect(row('Grace').getByRole('img', { name: /microphone: on/i })).toBeVisible();
  // The browser's microphones beep, but not all of them: of several in one browser, whichever asks first gets the beep.
  await expect(desk.getByRole('row').filter({ hasText: 'Speaking' })).not.toHaveCount(0);

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
  const session = desk.url();
  await desk.getByRole('link', { name: 'Recordings' }).click();
  await expect(desk.getByText('4 of 4')).toBeVisible();
  await desk.getByLabel('State').selectOption('Ready');
  await desk.getByLabel('Kind').selectOption('Picture');
  await expect(desk.getByText('2 of 2')).toBeVisible();
  await desk
    .getByRole('button', { name: /^Play: Picture/ })
    .first()
    .click();
  await expectToPlay(desk.getByRole('dialog').locator('video'));
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);

  // The two beside each other, in one film.
  await desk.goto(session);
  await desk.getByRole('link', { name: 'Make a film' }).click();
  await desk.getByRole('button', { name: 'Side by side' }).click();
  await expect(desk.getByRole('button', { name: 'Region 1: 0, 0, 640 × 720, Ada' })).toBeVisible();
  const right = desk.getByRole('button', { name: /^Region 2: .*, Grace$/ });
  await expect(right).toHaveAccessibleName('Region 2: 640, 0, 640 × 720, Grace');
  // It is dragged down by its upper right corner.
  await right.click();
  const box = await right.boundingBox();
  if (!box) throw new Error('The region has no place.');
  await desk.mouse.move(box.x + box.width - 2, box.y + 2);
  await desk.mouse.down();
  await desk.mouse.move(box.x + box.width - 2, box.y + box.height / 4, { steps: 4 });
  await desk.mouse.up();
  await expect(right).toHaveAccessibleName(/^Region 2: 640, 1[678]\d, 640 × 5[345]\d, Grace$/);
  await desk.getByLabel('Picture size').selectOption('640 × 360');
  await desk.getByRole('button', { name: 'Make film' }).click();
  const result = desk.getByRole('region', { name: 'Composition' });
  await expect(result.getByText('Ready')).toBeVisible({ timeout: 60_000 });
  const film = result.locator('video');
  await film.evaluate((video: HTMLVideoElement) => video.play());
  await expectToPlay(film);
  // Grace came after Ada, and one after the other they are there.
  await expect.poll(() => film.evaluate(shownParts)).toEqual({ left: true, right: true, above: false });
  await desk.getByRole('link', { name: 'Compositions' }).click();
  await expect(desk.getByText('1 of 1')).toBeVisible();

  await desk.getByRole('link', { name: 'Recordings' }).click();
  await desk.getByLabel('State').selectOption('Ready');
  await desk.getByLabel('Kind').selectOption('Picture');
  await expect(desk.getByText('2 of 2')).toBeVisible();
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
