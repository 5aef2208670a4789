import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { buildConsolePage, consolePageIsStale } from '../../scripts/start/consolePage.mjs';
import { type RoomServer, startRoomServer } from '../support/startRoomServer.ts';
import { hummingIn } from './support/film.ts';
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

interface Recording {
  readonly id: string;
  readonly participant_id: string;
  readonly type: 'audio' | 'video';
  readonly status: string;
}
const isPicture = ({ type }: Recording) => type === 'video';

/** What a film shows in the middle of its left half, low in its right one, and at the top of that, by color. */
function shownParts(video: HTMLVideoElement) {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(video, 0, 0);
  const colorAt = (x: number, y: number) => {
    const [red = 0, , blue = 0] = context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data;
    return red > 150 ? 'red' : blue > 150 ? 'blue' : 'dark';
  };
  return { left: colorAt(0.25, 0.5), right: colorAt(0.75, 0.6), above: colorAt(0.75, 0.1) };
}

test('a room is made at the console, watched while people are in it, its session ended, its recordings played and made a film', async ({
  desk,
  join,
  api,
  roomId,
}) => {
  test.setTimeout(300_000);
  const ada = await join('Ada', { initScript: hummingIn('red', 440) });
  const grace = await join('Grace', { initScript: hummingIn('blue', 1000) });
  await ada.expectToReceive('Grace');

  await desk.getByRole('link', { name: 'Show who is in lesson' }).click();
  const row = (name: string) => desk.getByRole('row').filter({ hasText: name });
  await expect(row('Ada')).toBeVisible();
  await expect(row('Grace').getByRole('img', { name: /microphone: on/i })).toBeVisible();
  await expect(desk.getByRole('row').filter({ hasText: 'Speaking' })).not.toHaveCount(0);

  // One is muted, and the other is removed.
  await row('Ada').getByRole('button', { name: 'Mute Ada' }).click();
  await expect(ada.control('Microphone')).toBeDisabled();
  await expect(grace.tile('Ada')).not.toHaveAttribute('data-audio');
  await expect(row('Ada').getByRole('img', { name: /microphone: turned off by a moderator/i })).toBeVisible();

  await row('Grace').getByRole('button', { name: 'Remove Grace' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row('Grace')).toHaveCount(0);
  await expect(ada.tile('Grace')).toHaveCount(0);
  await expect(grace.page.locator('.parlour-room')).not.toHaveAttribute('data-status', 'connected');
  await expect(row('Ada')).toBeVisible();

  await desk.getByRole('button', { name: 'End session' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
  await expect(desk.getByText('This session has ended.')).toBeVisible();
  await expect(ada.page.locator('.parlour-room')).not.toHaveAttribute('data-status', 'connected');

  // Sound and picture of two people, and more where the machine is so slow that they had to come back.
  const recorded = () => api.get<Recording[]>(`/v2/room_recordings?filter[room_id]=${roomId}&page[size]=20`);
  const unfinished = async () => (await recorded()).filter(({ status }) => status !== 'completed');
  await expect.poll(unfinished).toEqual([]);
  const all = await recorded();
  expect(new Set(all.map(({ participant_id, type }) => `${participant_id} ${type}`)).size).toBe(4);
  const [person] = await api.get<{ id: string }[]>(
    `/v2/room_participants?filter[room_id]=${roomId}&filter[search]=Grace`,
  );
  const ofGrace = all.filter(({ participant_id }) => participant_id === person?.id);
  const listed = (some: readonly unknown[]) => desk.getByText(`${some.length} of ${some.length}`, { exact: true });
  const session = desk.url();
  await desk.getByRole('link', { name: 'Recordings' }).click();
  await desk.getByRole('combobox', { name: 'Room' }).fill('less');
  await desk.getByRole('option', { name: 'lesson' }).click();
  await desk.getByLabel('State').selectOption('Ready');
  await expect(listed(all)).toBeVisible();
  await desk.getByRole('combobox', { name: 'Person' }).fill('gra');
  await desk.getByRole('option', { name: /^Grace/ }).click();
  await expect(row('Ada')).toHaveCount(0);
  await expect(listed(ofGrace)).toBeVisible();
  await desk.getByLabel('Kind').selectOption('Picture');
  await expect(listed(ofGrace.filter(isPicture))).toBeVisible();
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
  await expect(result.getByText('Ready')).toBeVisible({ timeout: 120_000 });
  const film = result.locator('video');
  await film.evaluate((video: HTMLVideoElement) => video.play());
  await expectToPlay(film);
  // Grace came after Ada, and each is where they were put, at the same time.
  await expect.poll(() => film.evaluate(shownParts)).toEqual({ left: 'red', right: 'blue', above: 'dark' });
  await desk.getByRole('link', { name: 'Compositions' }).click();
  await expect(desk.getByText('1 of 1')).toBeVisible();

  await desk.getByRole('link', { name: 'Recordings' }).click();
  await desk.getByRole('combobox', { name: 'Room' }).fill('lesson');
  await desk.getByRole('option', { name: 'lesson' }).click();
  await desk.getByLabel('Kind').selectOption('Picture');
  await expect(listed(all.filter(isPicture))).toBeVisible();
  const deleteAll = async ({ length: count }: readonly unknown[]) => {
    await desk.getByRole('button', { name: 'Delete all of these' }).click();
    const question = desk.getByRole('alertdialog', { name: `Delete ${count} recordings?` });
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(desk.getByText(`${count} recordings were deleted.`)).toBeVisible();
    await expect(desk.getByText('No recording matches.')).toBeVisible();
  };
  // Those that do not match stay.
  await deleteAll(all.filter(isPicture));
  const sounds = all.filter((one) => !isPicture(one));
  expect((await recorded()).map(({ id }) => id)).toEqual(sounds.map(({ id }) => id));
  await desk.getByLabel('Kind').selectOption('All');
  await expect(listed(sounds)).toBeVisible();
  await deleteAll(sounds);
  expect(await recorded()).toEqual([]);
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

test('a session that has expired is refused, and one signs in again over what one was doing', async ({ browser }) => {
  test.setTimeout(120_000);
  const server = await startRoomServer({ PARLOUR_CONSOLE_SESSION_SECS: '15' });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await signIn(page, server);
    const [cookie] = await context.cookies(`${server.url}/console/api`);
    await page.getByRole('button', { name: 'New room' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('written before');
    // It is told so; nobody pressed anything.
    const again = page.getByRole('dialog', { name: 'Sign in' });
    await expect(again).toBeVisible({ timeout: 30_000 });
    expect(await context.cookies(`${server.url}/console/api`)).toEqual([]);
    // Whoever has kept the cookie gets nothing by it.
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    for (const path of ['/v2/rooms', '/session', '/events']) {
      expect((await fetch(`${server.url}/console/api${path}`, { headers })).status).toBe(401);
    }
    await again.getByLabel('API key').fill(server.apiKey);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await expect(again).toHaveCount(0);
    await page.getByRole('button', { name: 'Create room' }).click();
    await expect(page.getByText('written before was created.')).toBeVisible();
  } finally {
    await context.close();
    await server.stop();
  }
});

test('a forged request gets nothing done with the session of the console', async ({ desk, server, appUrl, api }) => {
  const page = await desk.context().newPage();
  const answers: [string, number][] = [];
  page.on('response', (answer) => {
    const { origin, pathname } = new URL(answer.url());
    if (origin === new URL(server.url).origin) answers.push([pathname, answer.status()]);
  });
  // From another origin of the same site, where the cookie goes along; and from another site, where it does not.
  for (const from of [appUrl, appUrl.replace('127.0.0.1', 'localhost')]) {
    await page.goto(from);
    await page.evaluate(async (url) => {
      const body = '{"unique_name":"forged"}';
      await fetch(`${url}/console/api/v2/rooms`, { method: 'POST', body, credentials: 'include', mode: 'no-cors' });
    }, server.url);
    await page.setContent(
      `<form action="${server.url}/console/api/v2/rooms" method="post"><button>Win a prize</button></form>`,
    );
    await page.getByRole('button').click();
    await page.waitForURL(`${server.url}/**`);
  }
  expect(answers).toHaveLength(4);
  expect(answers.filter(([, status]) => status !== 401 && status !== 403)).toEqual([]);
  // The cookie was there, and was not enough.
  expect(answers).toContainEqual(['/console/api/v2/rooms', 403]);
  expect(await api.get('/v2/rooms?filter[unique_name]=forged')).toEqual([]);
  await desk.reload();
  await expect(desk.getByRole('heading', { name: 'Rooms' })).toBeVisible();
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
  // Nor does the right one get in now.
  await key.fill(server.apiKey);
  await button.click();
  await expect(key).toHaveAccessibleDescription(/Too many attempts/);
  await expect(page.getByRole('heading', { name: 'Rooms' })).toHaveCount(0);
});
