import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

type Effects = typeof import('../../src/effects/index.ts');

const entry = fileURLToPath(new URL('../../dist/effects/index.js', import.meta.url));

test.beforeAll(() => {
  if (!existsSync(entry)) throw new Error('Effects are tested as they are built. Run: npm run build');
});

/** Loads `parlour/effects`, as it is in the package, into the page. */
const load = (page: Page) =>
  page.evaluate(async (address) => {
    const effects = (await import(address)) as Effects;
    Object.assign(window, { effects });
  }, `/@fs${entry}`);

const effectOf = (page: Page, device: 'camera' | 'microphone') =>
  page.evaluate((name) => window.room.getState().devices[name].effect?.status ?? null, device);

/** How a person's picture looks to another one: the mean color of its corner, where the background is. */
const corner = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const tile = [...document.querySelectorAll('[role="group"]')].find((one) => one.ariaLabel === wanted);
    const video = tile?.querySelector('video');
    const context = new OffscreenCanvas(32, 32).getContext('2d') as OffscreenCanvasRenderingContext2D;
    if (!video?.videoWidth) return null;
    context.drawImage(video, 0, 0, video.videoWidth / 8, video.videoHeight / 8, 0, 0, 32, 32);
    const { data } = context.getImageData(0, 0, 32, 32);
    const mean = [0, 0, 0];
    for (let index = 0; index < data.length; index += 4)
      for (const part of [0, 1, 2]) mean[part] = (mean[part] as number) + (data[index + part] as number) / 1024;
    const [red = 0, green = 0, blue = 0] = mean;
    return red > 2 * green && red > 2 * blue ? 'red' : 'other';
  }, name);

/** What leaves the page for another machine or another port than those of the test. */
function watchStrangers(person: Person, known: readonly string[]): string[] {
  const strangers: string[] = [];
  person.page.context().on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && !known.includes(origin)) strangers.push(request.url());
  });
  return strangers;
}

test('a background is replaced for others, without a negotiation, and stays with another camera', async ({
  join,
  appUrl,
  server,
}) => {
  test.setTimeout(120_000);
  const ada = await join('Ada');
  const grace = await join('Grace', { devices: [] });
  await grace.expectToReceiveVideo('Ada');
  const strangers = watchStrangers(ada, [new URL(appUrl).origin, new URL(server.url).origin]);
  await load(ada.page);
  expect(await corner(grace.page, 'Ada')).toBe('other');
  const before = await ada.negotiations();

  // The fake camera shows nobody: all of its picture is background.
  await ada.page.evaluate(async () => {
    const { effects } = window as unknown as { effects: Effects };
    const canvas = new OffscreenCanvas(64, 36);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#d00';
    context.fillRect(0, 0, 64, 36);
    await window.room.devices.setVideoEffect(effects.backgroundImage(await canvas.convertToBlob()), {
      whenBusy: 'keep',
    });
  });
  expect(await effectOf(ada.page, 'camera')).toBe('on');
  await expect.poll(() => corner(grace.page, 'Ada')).toBe('red');
  await expect.poll(() => ada.page.evaluate(() => window.room.devices.effectCost('video'))).not.toBeNull();
  const cost = await ada.page.evaluate(() => window.room.devices.effectCost('video'));
  console.log(`background: ${cost?.msPerFrame.toFixed(1)} ms a frame, ${cost?.framesPerSecond.toFixed(1)} frames/s`);

  await ada.page.evaluate(() => window.room.devices.camera.disable());
  await ada.page.evaluate(() => window.room.devices.camera.enable());
  await expect.poll(() => effectOf(ada.page, 'camera')).toBe('on');
  await expect.poll(() => corner(grace.page, 'Ada')).toBe('red');

  await ada.page.evaluate(() => window.room.devices.setVideoEffect(null));
  await expect.poll(() => corner(grace.page, 'Ada')).toBe('other');
  expect(await ada.negotiations()).toBe(before);
  expect(strangers).toEqual([]);
});

test('a picture of one’s own is chosen in the dialog, others see it, and it is taken away again', async ({ join }) => {
  test.setTimeout(120_000);
  const ada = await join('Ada');
  const grace = await join('Grace', { devices: [] });
  await grace.expectToReceiveVideo('Ada');
  // The page is made of the sources; the files beside them are made by the build.
  await ada.page.context().route(/\/src\/effects\/files\//, (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    return route.fulfill({ path: path.join(path.dirname(entry), 'files', name) });
  });
  const red = await ada.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 36);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#d00';
    context.fillRect(0, 0, 64, 36);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  await ada.control('More').click();
  await ada.page.getByRole('menuitem', { name: 'Effects' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Effects' });
  await dialog
    .getByLabel('Choose a picture…')
    .setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: Buffer.from(red) });
  await expect(dialog.getByRole('radio', { name: 'Your picture' })).toBeChecked();
  await expect.poll(() => effectOf(ada.page, 'camera')).toBe('on');
  await expect.poll(() => corner(grace.page, 'Ada')).toBe('red');

  await dialog.getByRole('radio', { name: 'None' }).press('Space');
  await expect.poll(() => effectOf(ada.page, 'camera')).toBe(null);
  await expect.poll(() => corner(grace.page, 'Ada')).toBe('other');
});

test('noise is suppressed in a worklet, without a negotiation', async ({ join, appUrl, server }) => {
  const ada = await join('Ada', { devices: ['microphone'] });
  const grace = await join('Grace', { devices: [] });
  await expect.poll(async () => (await grace.received('Ada')).audioPackets).toBeGreaterThan(10);
  const strangers = watchStrangers(ada, [new URL(appUrl).origin, new URL(server.url).origin]);
  await load(ada.page);
  const before = await ada.negotiations();
  const plain = await ada.page.evaluate(async () => {
    const { effects } = window as unknown as { effects: Effects };
    const { microphone } = window.room.getState().devices;
    await window.room.devices.setAudioEffect(effects.noiseSuppression(), { whenBusy: 'keep' });
    return microphone.status === 'on' ? microphone.track.id : null;
  });
  expect(await effectOf(ada.page, 'microphone')).toBe('on');
  const sent = () => ada.page.evaluate(() => window.room.getLocalStreams().get('self')?.audioTrack?.id);
  await expect.poll(sent).not.toBe(plain);
  await expect.poll(() => ada.page.evaluate(() => window.room.devices.effectCost('audio'))).not.toBeNull();
  const cost = await ada.page.evaluate(() => window.room.devices.effectCost('audio'));
  console.log(`noise: ${cost?.msPerFrame.toFixed(2)} ms for 10 ms of sound`);
  const { audioPackets } = await grace.received('Ada');
  await expect.poll(async () => (await grace.received('Ada')).audioPackets).toBeGreaterThan(audioPackets + 10);
  expect(await ada.negotiations()).toBe(before);
  expect(strangers).toEqual([]);
});
