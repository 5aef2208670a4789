import { describe, expect, it, vi } from 'vitest';
import type { ProcessingContext, ProcessingCost, VideoProcessor } from '../../../src/engine/index.ts';
import { FakeTrack } from '../../../src/testing/media/FakeTrack.ts';
import { settled } from '../../../src/testing/settled.ts';
import { connected } from '../../support/engine/connectedRoom.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

/** A processor that makes a track when the test says so. */
function fakeProcessor<Kind extends 'audio' | 'video'>(kind: Kind, name = 'fake', { waits = false } = {}) {
  const runs: { source: MediaStreamTrack; context: ProcessingContext; track: FakeTrack; finish(): void }[] = [];
  const fake = {
    kind,
    name,
    runs,
    cost: null as ProcessingCost | null,
    get last() {
      const run = runs.at(-1);
      if (!run) throw new Error('Nothing was processed.');
      return run;
    },
    async process(source: MediaStreamTrack, context: ProcessingContext) {
      const track = new FakeTrack(kind);
      await new Promise<void>((resolve) => {
        runs.push({ source, context, track, finish: resolve });
        if (!waits) resolve();
      });
      return { track: track as never as MediaStreamTrack, cost: () => fake.cost, stop: () => track.stop() };
    },
  };
  return fake;
}

async function inRoom() {
  const test = await connected([]);
  const { room } = test;
  const sent = (kind: 'audio' | 'video') => {
    const stream = room.getLocalStreams().get('self');
    return (kind === 'audio' ? stream?.audioTrack : stream?.videoTrack) as FakeTrack | undefined;
  };
  return { ...test, sent, camera: () => room.getState().devices.camera };
}

describe('an effect on the camera', () => {
  it('is what others see, and the preview; taken away, the plain picture is', async () => {
    const { room, sent, camera, connection } = await inRoom();
    await room.devices.camera.enable();
    const plain = sent('video');
    const blur = fakeProcessor('video', 'blur');
    await room.devices.setVideoEffect(blur);
    await settled();
    expect(camera()).toMatchObject({ status: 'on', track: blur.last.track, effect: { status: 'on', name: 'blur' } });
    expect(sent('video')).toBe(blur.last.track);
    expect(blur.last.source).toBe(plain);

    await room.devices.setVideoEffect(null);
    await settled();
    expect(sent('video')).toBe(plain);
    expect(camera()).toMatchObject({ track: plain });
    expect(camera().effect).toBeUndefined();
    expect(blur.last.track.readyState).toBe('ended');
    // Tracks are exchanged; nothing is published anew.
    expect(connection.sent('publishStream')).toHaveLength(1);
    expect(connection.sent('produce')).toHaveLength(0);
  });

  it('that is chosen before the camera is on lets nobody see the plain picture while it starts', async () => {
    const { room, sent, camera } = await inRoom();
    const blur = fakeProcessor('video', 'blur', { waits: true });
    await room.devices.setVideoEffect(blur);
    expect(camera().effect).toEqual({ status: 'off', name: 'blur' });
    await room.devices.camera.enable();
    await settled();
    expect(camera().effect).toEqual({ status: 'starting', name: 'blur' });
    expect(sent('video')).toBeUndefined();
    blur.last.finish();
    await settled();
    expect(sent('video')).toBe(blur.last.track);
  });

  it('gives way to another one without a gap', async () => {
    const { room, sent } = await inRoom();
    await room.devices.camera.enable();
    const plain = sent('video');
    const first = fakeProcessor('video', 'first', { waits: true });
    const setting = room.devices.setVideoEffect(first);
    await vi.waitFor(() => expect(first.runs).toHaveLength(1));
    expect(sent('video')).toBe(plain);
    first.last.finish();
    await setting;
    const second = fakeProcessor('video', 'second', { waits: true });
    const settingSecond = room.devices.setVideoEffect(second);
    await vi.waitFor(() => expect(second.runs).toHaveLength(1));
    expect(sent('video')).toBe(first.last.track);
    second.last.finish();
    await settingSecond;
    await settled();
    expect(sent('video')).toBe(second.last.track);
    expect(first.last.track.readyState).toBe('ended');
  });

  it('stays when the camera is turned off and on, and when the room is joined again', async () => {
    const { room, sent } = await inRoom();
    const blur = fakeProcessor('video');
    await room.devices.camera.enable();
    await room.devices.setVideoEffect(blur);
    await room.devices.camera.disable();
    expect(blur.last.track.readyState).toBe('ended');
    expect(room.getState().devices.camera).toMatchObject({ status: 'off', effect: { status: 'off' } });
    await room.devices.camera.enable();
    await settled();
    expect(blur.runs).toHaveLength(2);
    expect(sent('video')).toBe(blur.last.track);

    await room.disconnect();
    await room.connect();
    await room.devices.camera.enable();
    await settled();
    expect(blur.runs).toHaveLength(3);
    expect(sent('video')).toBe(blur.last.track);
  });

  it('is off for others while the system mutes the camera', async () => {
    const { room, sent } = await inRoom();
    await room.devices.camera.enable();
    const plain = sent('video') as FakeTrack;
    const blur = fakeProcessor('video');
    await room.devices.setVideoEffect(blur);
    plain.mute();
    expect(blur.last.track.enabled).toBe(false);
    plain.mute(false);
    expect(blur.last.track.enabled).toBe(true);
  });

  it('that cannot start says why, and the plain camera goes on', async () => {
    const { room, sent, camera } = await inRoom();
    await room.devices.camera.enable();
    const plain = sent('video');
    const broken: VideoProcessor = {
      kind: 'video',
      name: 'broken',
      process: () => Promise.reject(new Error('no wasm')),
    };
    expect(await rejectionCode(room.devices.setVideoEffect(broken))).toBe('effect-failed');
    expect(camera()).toMatchObject({ status: 'on', track: plain, effect: { status: 'failed', name: 'broken' } });
    expect(sent('video')).toBe(plain);
  });

  it('that breaks later says why, and the plain camera goes on', async () => {
    const { room, sent, camera } = await inRoom();
    await room.devices.camera.enable();
    const plain = sent('video');
    const blur = fakeProcessor('video');
    await room.devices.setVideoEffect(blur);
    blur.last.context.failed(new Error('the worker broke'));
    await settled();
    expect(camera().effect).toMatchObject({ status: 'failed', error: { code: 'effect-failed' } });
    expect(sent('video')).toBe(plain);
    expect(blur.last.track.readyState).toBe('ended');
  });
});

describe('a machine that is too busy', () => {
  it.each(['serious', 'critical'] as const)(
    'gives the effect up after a while of %s pressure, and says so',
    async (pressure) => {
      const { room, sent, camera, clock, conditions } = await inRoom();
      await room.devices.camera.enable();
      const plain = sent('video');
      await room.devices.setVideoEffect(fakeProcessor('video'));
      conditions.set({ pressure });
      await clock.advance(3_000);
      conditions.set({ pressure: 'fair' });
      await clock.advance(2_000);
      conditions.set({ pressure });
      await clock.advance(3_000);
      expect(camera().effect?.status).toBe('on');
      await clock.advance(2_000);
      expect(camera().effect).toEqual({ status: 'stopped', name: 'fake', reason: 'busy' });
      expect(sent('video')).toBe(plain);
    },
  );

  it('is known by what a frame costs, too', async () => {
    const { room, camera, clock } = await inRoom();
    await room.devices.camera.enable();
    const blur = fakeProcessor('video');
    await room.devices.setVideoEffect(blur);
    blur.cost = { msPerFrame: 90, framesPerSecond: 11 };
    expect(room.devices.effectCost('video')).toEqual({ msPerFrame: 90, framesPerSecond: 11 });
    await clock.advance(5_000);
    expect(camera().effect?.status).toBe('stopped');
    expect(room.devices.effectCost('video')).toBeNull();
  });

  it('keeps an effect without which nobody must be seen', async () => {
    const { room, camera, clock, conditions } = await inRoom();
    await room.devices.camera.enable();
    await room.devices.setVideoEffect(fakeProcessor('video'), { whenBusy: 'keep' });
    conditions.set({ pressure: 'critical' });
    await clock.advance(60_000);
    expect(camera().effect?.status).toBe('on');
  });
});

it('the plain sound is heard while an effect on the microphone starts, then the other one', async () => {
  const { room, sent } = await inRoom();
  const calm = fakeProcessor('audio', 'calm', { waits: true });
  await room.devices.setAudioEffect(calm);
  await room.devices.microphone.enable();
  await settled();
  expect(sent('audio')).toBe(calm.last.source);
  calm.last.finish();
  await settled();
  expect(sent('audio')).toBe(calm.last.track);
  expect(room.getState().devices.microphone.effect).toEqual({ status: 'on', name: 'calm' });
});
