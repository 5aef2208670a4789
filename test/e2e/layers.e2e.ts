import { expect, test } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

const LARGE = { width: 1440, height: 1000 };
const SMALL = { width: 420, height: 300 };
/** Longer than the server holds a layer that nobody wants, on a busy machine. */
const AFTER_THE_HOLD = { timeout: 20_000 };

/** How many frames each layer of a camera has been encoded in, the smallest first. */
function encoded(person: Person): Promise<number[]> {
  return person.page.evaluate(async () => {
    const { video } = await window.room.getWebRTCStatsForStream(window.room.getState().localParticipantId, 'self');
    return [...(video?.values() ?? [])]
      .filter(({ type }) => type === 'outbound-rtp')
      .sort((a, b) => a.rid.localeCompare(b.rid))
      .map(({ framesEncoded }) => framesEncoded);
  });
}

/** Which layers are being encoded: those whose frames have become more within half a second of camera frames. */
async function encodedNow(person: Person): Promise<boolean[]> {
  const before = await encoded(person);
  await person.page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
  });
  const after = await encoded(person);
  return after.map((frames, layer) => frames > (before[layer] ?? 0));
}

/** Into how many temporal layers the encoder puts what it makes now, as it says itself. */
function temporalLayers(person: Person): Promise<string> {
  return person.page.evaluate(async () => {
    const { video } = await window.room.getWebRTCStatsForStream(window.room.getState().localParticipantId, 'self');
    const [smallest] = [...(video?.values() ?? [])].filter(({ type, rid }) => type === 'outbound-rtp' && rid === 'r0');
    return smallest.scalabilityMode;
  });
}

/** The share of a camera's frames that each of its layers may have. */
function sharesOfFrames(person: Person): Promise<number[]> {
  return person.page.evaluate(() => {
    const senders = window.connections.flatMap((connection) => connection.getSenders());
    const camera = senders.find(({ track }) => track?.kind === 'video');
    const { frameRate = Number.NaN } = camera?.track?.getSettings() ?? {};
    return camera?.getParameters().encodings.map(({ maxFramerate = frameRate }) => maxFramerate / frameRate) ?? [];
  });
}

test('nothing is encoded that nobody watches, and it comes back at once without negotiating', async ({ join }) => {
  test.setTimeout(150_000);
  const ada = await join('Ada');
  await ada.expectConnected();
  await expect.poll(async () => (await encodedNow(ada)).some(Boolean), AFTER_THE_HOLD).toBe(true);
  await expect.poll(() => encodedNow(ada), AFTER_THE_HOLD).toEqual([false, false, false]);
  const negotiations = await ada.negotiations();

  const began = Date.now();
  const grace = await join('Grace', { devices: [] });
  await grace.expectConnected();
  const connected = Date.now();
  await expect.poll(async () => (await grace.received('Ada')).framesDecoded, { intervals: [20] }).toBeGreaterThan(0);
  console.log(
    `the first frame of a camera that slept: ${Date.now() - connected} ms after connecting, ${connected - began} ms of page and join before`,
  );

  await grace.page.setViewportSize(LARGE);
  await expect.poll(() => encodedNow(ada), AFTER_THE_HOLD).toEqual([true, true, true]);
  await grace.page.setViewportSize(SMALL);
  await expect.poll(() => encodedNow(ada), AFTER_THE_HOLD).toEqual([true, false, false]);
  await grace.expectToReceiveVideo('Ada');
  await grace.page.setViewportSize(LARGE);
  await expect.poll(async () => (await encodedNow(ada))[2], AFTER_THE_HOLD).toBe(true);
  await expect.poll(async () => (await grace.received('Ada')).frameHeight, AFTER_THE_HOLD).toBeGreaterThanOrEqual(360);
  expect(await ada.negotiations()).toBe(negotiations);

  await grace.page.close();
  await expect.poll(() => encodedNow(ada), AFTER_THE_HOLD).toEqual([false, false, false]);
  expect(await ada.negotiations()).toBe(negotiations);
});

test('no more frames are encoded than somebody watches, and all of them again at once', async ({ join }) => {
  test.setTimeout(150_000);
  const ada = await join('Ada');
  await ada.expectConnected();
  const grace = await join('Grace', { devices: [] });
  await grace.expectToReceiveVideo('Ada');
  const negotiations = await ada.negotiations();

  // A stamp is worth a quarter of the frames, whatever shape its page gives it.
  const stamp = await grace.page.addStyleTag({ content: 'video { width: 60px !important; height: 60px !important }' });
  await expect.poll(() => temporalLayers(ada), AFTER_THE_HOLD).toBe('L1T1');
  expect(await sharesOfFrames(ada)).toEqual([1 / 4, 1 / 4, 1 / 4]);
  await grace.expectToReceiveVideo('Ada');
  await stamp.evaluate((style) => (style as HTMLStyleElement).remove());
  await expect.poll(() => temporalLayers(ada), AFTER_THE_HOLD).toBe('L1T3');
  expect(await sharesOfFrames(ada)).toEqual([1, 1, 1]);
  await grace.expectToReceiveVideo('Ada');
  expect(await ada.negotiations()).toBe(negotiations);
});

test('a layer that is off stays off when something else is negotiated', async ({ join }) => {
  const ada = await join('Ada', { devices: ['camera'] });
  await ada.expectConnected();
  await expect.poll(() => encodedNow(ada), AFTER_THE_HOLD).toEqual([false, false, false]);
  const negotiations = await ada.negotiations();
  await ada.page.evaluate(() => window.room.devices.microphone.enable());
  expect(await ada.negotiations()).toBeGreaterThan(negotiations);
  expect(await encodedNow(ada)).toEqual([false, false, false]);
});
