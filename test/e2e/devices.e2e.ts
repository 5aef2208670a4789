import type { Page } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { expect, test } from './support/fixtures.ts';

// Three cameras, so that there is another one to choose: the second one gives depth, which nobody sends.
const threeCameras = chromiumArgs.map((arg) =>
  arg === '--use-fake-device-for-media-stream' ? `${arg}=device-count=3` : arg,
);
test.use({ launchOptions: { executablePath: chromiumPath, args: threeCameras } });

const camera = (page: Page) =>
  page.evaluate(() => {
    const state = window.room.getState().devices.camera;
    return {
      status: state.status,
      available: state.available.map(({ deviceId }) => deviceId),
      lost: state.lost?.deviceId ?? null,
      used: state.status === 'on' ? (state.track.getSettings().deviceId ?? null) : null,
    };
  });

/** What is told of the devices. */
const problems = (page: Page) => page.getByRole('toolbar').getByRole('status');

/** What browsers do when a device is plugged in or out: only those listed are there. */
const plug = (page: Page, cameras: readonly string[]) =>
  page.evaluate((ids) => {
    const { mediaDevices } = navigator;
    const list = Object.getPrototypeOf(mediaDevices).enumerateDevices.bind(mediaDevices) as () => Promise<
      MediaDeviceInfo[]
    >;
    mediaDevices.enumerateDevices = async () =>
      (await list()).filter(({ kind, deviceId }) => kind !== 'videoinput' || ids.includes(deviceId));
    mediaDevices.dispatchEvent(new Event('devicechange'));
  }, cameras);

test('another camera is chosen by its id, gives way when it is unplugged, comes back, and is remembered', async ({
  join,
}) => {
  const ada = await join('Ada');
  const grace = await join('Grace', { devices: [] });
  await grace.expectToReceiveVideo('Ada');
  await expect.poll(async () => (await camera(ada.page)).available.length).toBe(3);
  const { used: first, available } = await camera(ada.page);
  const second = available[2] as string;
  const before = await ada.negotiations();

  await ada.page.evaluate((deviceId) => window.room.devices.camera.choose(deviceId), second);
  expect(await camera(ada.page)).toMatchObject({ status: 'on', used: second });
  await grace.expectToReceiveVideo('Ada');

  await plug(ada.page, [first as string]);
  await expect.poll(() => camera(ada.page)).toMatchObject({ status: 'on', used: first, lost: second });
  await expect(problems(ada.page)).toContainText('was disconnected');
  await grace.expectToReceiveVideo('Ada');

  await plug(ada.page, available);
  await expect.poll(() => camera(ada.page)).toMatchObject({ status: 'on', used: second, lost: null });
  await grace.expectToReceiveVideo('Ada');
  expect(await ada.negotiations()).toBe(before);

  await ada.page.reload();
  await expect.poll(() => camera(ada.page)).toMatchObject({ status: 'on', used: second });
});

test('what the system mutes and what the application disables is off for the others', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace', { devices: [] });
  const enabled = (kind: 'Audio' | 'Video') =>
    grace.page.evaluate((flag) => {
      const { participants, streams } = window.room.getState();
      const other = [...participants.values()].find(({ name }) => name === 'Ada');
      return other && streams.get(`${other.id}/self`)?.[flag];
    }, `is${kind}Enabled` as const);
  await expect.poll(() => enabled('Audio')).toBe(true);
  const mute = (muted: boolean) =>
    ada.page.evaluate((value) => {
      const state = window.room.getState().devices.microphone;
      if (state.status !== 'on') throw new Error('The microphone is not on.');
      Object.defineProperty(state.track, 'muted', { value, configurable: true });
      state.track.dispatchEvent(new Event(value ? 'mute' : 'unmute'));
    }, muted);

  await mute(true);
  await expect.poll(() => enabled('Audio')).toBe(false);
  await expect(problems(ada.page)).toContainText('Microphone: Your system');
  await mute(false);
  await expect.poll(() => enabled('Audio')).toBe(true);

  const enable = (value: boolean) =>
    ada.page.evaluate((on) => {
      const stream = window.room.getLocalStreams().get('self');
      if (stream?.videoTrack) stream.videoTrack.enabled = on;
    }, value);
  await enable(false);
  await expect.poll(() => enabled('Video')).toBe(false);
  await enable(true);
  await expect.poll(() => enabled('Video')).toBe(true);
  await grace.expectToReceiveVideo('Ada');
});

test('several screens are shared at once, each for itself', async ({ join }) => {
  const ada = await join('Ada', { devices: [] });
  const grace = await join('Grace', { devices: [] });
  await ada.expectConnected();
  await ada.page.evaluate(async () => {
    navigator.mediaDevices.getDisplayMedia = async () => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      setInterval(() => context.fillRect(performance.now() % 300, 0, 9, 150), 50);
      return canvas.captureStream(10);
    };
    await window.room.devices.screen.enable();
    await window.room.devices.screenShare('whiteboard').enable();
  });
  await expect(grace.tile('Ada’s screen')).toHaveCount(2);
  for (const key of ['presentation', 'whiteboard']) {
    await expect.poll(async () => (await grace.received('Ada', key)).framesDecoded).toBeGreaterThan(5);
  }
  await ada.page.evaluate(() => window.room.devices.screen.disable());
  await expect(grace.tile('Ada’s screen')).toHaveCount(1);
  await expect(grace.tile('Ada’s screen')).toHaveAttribute('data-key', 'whiteboard');
});

test('the mixed audio carries the sound of two people, and nobody is heard twice', async ({ join }) => {
  const ada = await join('Ada', { devices: [] });
  const grace = await join('Grace', { devices: [] });
  const heidi = await join('Heidi', { devices: [] });
  const sound = async (page: Page, hertz: number) => {
    await page.waitForFunction(() => window.room.getState().status === 'connected');
    await page.evaluate(async (frequency) => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency });
      const out = context.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      await window.room.addStream('self', { audio: out.stream.getAudioTracks()[0] });
    }, hertz);
  };
  // Before anybody is heard: who plays is known by whom `play` is called on.
  await heidi.page.evaluate(() => {
    const played = new Set<HTMLMediaElement>();
    const { play } = HTMLAudioElement.prototype;
    HTMLAudioElement.prototype.play = function (this: HTMLAudioElement) {
      played.add(this);
      return play.call(this);
    };
    Object.assign(window, { played });
  });
  await sound(ada.page, 500);
  await sound(grace.page, 2000);
  await heidi.expectConnected();

  await heidi.page.evaluate(async () => {
    const track = window.room.getState().mixedAudioTrack;
    if (!track) throw new Error('There is no mixed audio.');
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const levels = new Float32Array(analyser.frequencyBinCount);
    const loud = (hertz: number) => {
      analyser.getFloatFrequencyData(levels);
      return (levels[Math.round((hertz * analyser.fftSize) / context.sampleRate)] as number) > -60;
    };
    Object.assign(window, { loud });
  });
  const heard = () =>
    heidi.page.evaluate(() => {
      const { loud } = window as unknown as { loud(hertz: number): boolean };
      return [500, 2000, 1200].map((hertz) => loud(hertz));
    });
  await expect.poll(heard).toEqual([true, true, false]);

  await heidi.page.evaluate(() => {
    const { mixedAudioTrack } = window.room.getState();
    const element = new Audio();
    element.srcObject = new MediaStream([mixedAudioTrack as MediaStreamTrack]);
    window.room.audio.attach(element);
    Object.assign(window, { mix: element });
  });
  // All that plays: the room's own elements are on no page.
  const audible = () =>
    heidi.page.evaluate(() => {
      const { mix, played } = window as unknown as { mix: HTMLAudioElement; played: Set<HTMLMediaElement> };
      const heard = [...played].filter((element) => element.srcObject && !element.paused && !element.muted);
      return heard.map((element) => element === mix);
    });
  await expect.poll(audible).toEqual([true]);
  await grace.control('Leave').click();
  await expect.poll(heard).toEqual([true, false, false]);
});
