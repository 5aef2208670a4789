import { describe, expect, it } from 'vitest';
import { FakeAudioElement } from '../../../src/testing/media/FakeAudio.ts';
import { fakeDevice } from '../../../src/testing/media/FakeCatalog.ts';
import { audioTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

function setUp() {
  const server = new FakeRoomServer();
  const test = createTestRoom(server);
  test.devices.catalog.plug('audiooutput', 'loudspeaker', 'headset');
  const speaker = () => test.room.getState().devices.speaker;
  const sinks = () => test.audio.elements.map(({ sinkId }) => sinkId);
  return { ...test, server, speaker, sinks, catalog: test.devices.catalog };
}

/** An element of the application's own, which plays a track. */
function ownElement(test: ReturnType<typeof setUp>, track: MediaStreamTrack) {
  const element = new FakeAudioElement(test.audio);
  element.srcObject = test.audio.createStream(track);
  return { element, attach: () => test.room.audio.attach(element as unknown as HTMLAudioElement) };
}

describe('what is played', () => {
  it('is heard until it is stopped, and uses elements again', async () => {
    const { room, audio } = setUp();
    const tracks = [audioTrack(), audioTrack()];
    const stops = tracks.map((track) => room.audio.play(track));
    await settled();
    expect(audio.heard).toEqual(tracks);
    for (const stop of stops) stop();
    stops[0]?.();
    expect(audio.heard).toEqual([]);
    expect(audio.listeners).toBe(0);
    for (let times = 0; times < 100; times += 1) room.audio.play(audioTrack())();
    expect(audio.elements).toHaveLength(2);
  });

  it('goes on after somebody else has paused it, and when the page is looked at again', async () => {
    const { room, audio } = setUp();
    const stop = room.audio.play(audioTrack());
    await settled();
    audio.elements[0]?.pause();
    await settled();
    expect(audio.heard).toHaveLength(1);
    // As iOS does: without an event, and without asking.
    Object.assign(audio.elements[0] as object, { paused: true });
    audio.show();
    await settled();
    expect(audio.heard).toHaveLength(1);
    stop();
    await settled();
    expect(audio.heard).toEqual([]);
  });

  it('waits for a click where the browser wants one: any on the page, or one on a button of ours', async () => {
    const { room, audio, speaker } = setUp();
    audio.allowed = false;
    const stops = [audioTrack(), audioTrack()].map((track) => room.audio.play(track));
    await settled();
    expect(speaker().blocked).toBe(true);
    await room.audio.unblock();
    expect(speaker().blocked).toBe(true);
    audio.click();
    await settled();
    expect(speaker().blocked).toBe(false);
    expect(audio.heard).toHaveLength(2);
    for (const stop of stops) stop();
    expect(audio.listeners).toBe(0);
  });

  it('that is stopped while it waits for a click waits no more', async () => {
    const { room, audio, speaker } = setUp();
    audio.allowed = false;
    const stop = room.audio.play(audioTrack());
    await settled();
    stop();
    expect(speaker().blocked).toBe(false);
    expect(audio.listeners).toBe(0);
  });

  it('an element of the application is started, too, and left as it was', async () => {
    const test = setUp();
    const { element, attach } = ownElement(test, audioTrack());
    const detach = attach();
    await settled();
    expect(element.paused).toBe(false);
    element.pause();
    await settled();
    expect(element.paused).toBe(true);
    detach();
    expect(test.audio.listeners).toBe(0);
  });
});

describe('the speaker', () => {
  it('that is chosen plays everything, also what comes later', async () => {
    const { room, sinks, speaker } = setUp();
    const unwatch = room.devices.watch();
    await settled();
    room.audio.play(audioTrack());
    await room.devices.speaker.choose('headset');
    room.audio.play(audioTrack());
    await settled();
    expect(sinks()).toEqual(['headset', 'headset']);
    expect(speaker()).toMatchObject({ status: 'on', deviceId: 'headset' });
    await room.devices.speaker.choose(null);
    expect(sinks()).toEqual(['', '']);
    expect(speaker()).not.toHaveProperty('deviceId');
    unwatch();
  });

  it('that cannot be used says why, and everything plays by the default', async () => {
    const { room, audio, sinks, speaker } = setUp();
    const unwatch = room.devices.watch();
    await settled();
    room.audio.play(audioTrack());
    await room.devices.speaker.choose('loudspeaker');
    audio.refusal = new DOMException('no', 'NotAllowedError');
    expect(await rejectionCode(room.devices.speaker.choose('headset'))).toBe('device-permission-denied');
    expect(speaker()).toMatchObject({ status: 'failed', error: { code: 'device-permission-denied' } });
    expect(speaker().choice).toMatchObject({ deviceId: 'loudspeaker' });
    expect(sinks()).toEqual(['']);
    audio.refusal = null;
    await room.devices.speaker.choose('headset');
    expect(speaker()).toMatchObject({ status: 'on', deviceId: 'headset' });
    expect(await rejectionCode(room.devices.speaker.choose('nowhere'))).toBe('device-not-found');
    unwatch();
  });

  it('that something new cannot use is shown as failed', async () => {
    const { room, audio, speaker } = setUp();
    const unwatch = room.devices.watch();
    await settled();
    await room.devices.speaker.choose('headset');
    audio.refusal = new DOMException('gone', 'NotFoundError');
    room.audio.play(audioTrack());
    await settled();
    expect(speaker()).toMatchObject({ status: 'failed', error: { code: 'device-not-found' } });
    expect(audio.heard).toHaveLength(1);
    unwatch();
  });

  it('that is unplugged gives way to the default, and comes back', async () => {
    const { room, catalog, sinks, speaker } = setUp();
    await room.connect();
    room.audio.play(audioTrack());
    await room.devices.speaker.choose('headset');
    const events = recordEvents(room);
    catalog.plug('audiooutput', 'loudspeaker');
    await settled();
    expect(sinks()).toEqual(['']);
    expect(speaker()).toMatchObject({ status: 'on', lost: { label: 'The headset' } });
    catalog.plug('audiooutput', 'loudspeaker', 'headset');
    await settled();
    expect(sinks()).toEqual(['headset']);
    expect(speaker()).toMatchObject({ deviceId: 'headset', lost: null });
    expect(events).toEqual([
      ['device_changed', 'speaker', 'unplugged'],
      ['device_changed', 'speaker', 'replugged'],
    ]);
  });

  it('that only the system can choose says so', async () => {
    const { room, audio } = setUp();
    const unwatch = room.devices.watch();
    await settled();
    room.audio.play(audioTrack());
    Object.assign(audio.elements[0] as object, { setSinkId: undefined });
    expect(await rejectionCode(room.devices.speaker.choose('headset'))).toBe('browser-unsupported');
    unwatch();
  });

  it('that was chosen on an earlier visit is used as soon as it is known', async () => {
    const kept = JSON.stringify({ speaker: { deviceId: 'old', label: 'The headset' } });
    const test = createTestRoom(new FakeRoomServer(), {
      deviceStorage: { getItem: () => kept, setItem: () => {} },
    });
    test.devices.catalog.plug('audiooutput', fakeDevice('', '', ''));
    await test.room.connect();
    test.room.audio.play(audioTrack());
    await settled();
    expect(test.audio.elements[0]?.sinkId).toBe('');
    test.devices.catalog.plug('audiooutput', 'loudspeaker', 'headset');
    await settled();
    expect(test.audio.elements[0]?.sinkId).toBe('headset');
  });
});
