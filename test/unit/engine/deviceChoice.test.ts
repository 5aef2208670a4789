import { describe, expect, it } from 'vitest';
import { RoomError, type RoomOptions } from '../../../src/engine/index.ts';
import { fakeDevice } from '../../../src/testing/media/FakeCatalog.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

function keep(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

function setUp(options: Partial<RoomOptions> = {}) {
  const server = new FakeRoomServer();
  const test = createTestRoom(server, { deviceStorage: null, ...options });
  const { catalog } = test.devices;
  catalog.plug('videoinput', 'built-in', 'webcam');
  catalog.plug('audioinput', 'mic', 'headset');
  const camera = () => test.room.getState().devices.camera;
  const published = () => server.room.participants.get('me')?.streams.get('self');
  return { ...test, server, catalog, camera, published, commands: test.room.devices };
}

describe('choosing a device', () => {
  it('exchanges the one that is on without a gap, and without negotiating', async () => {
    const { room, commands, devices, camera, media, published } = setUp();
    await room.connect();
    await commands.camera.enable();
    await settled();
    const events = recordEvents(room);
    await commands.camera.choose('webcam');
    expect(camera()).toMatchObject({
      status: 'on',
      deviceId: 'webcam',
      choice: { deviceId: 'webcam', label: 'The webcam' },
    });
    expect(devices.live).toHaveLength(1);
    expect(media.producers).toHaveLength(1);
    expect(media.producers[0]?.track).toBe(devices.live[0]);
    expect(published()?.video?.enabled).toBe(true);
    expect(events).toEqual([['device_changed', 'camera', 'chosen']]);
  });

  it('of one that is off is done when it is turned on', async () => {
    const { commands, devices, camera } = setUp();
    const unwatch = commands.watch();
    await settled();
    await commands.camera.choose('webcam');
    expect(devices.opened).toEqual([]);
    await commands.camera.enable();
    expect(devices.asked).toEqual([['camera', { deviceId: 'webcam', exact: true }]]);
    expect(camera()).toMatchObject({ deviceId: 'webcam' });
    unwatch();
  });

  it('while it is being opened asks the person once, and exchanges it then', async () => {
    const { commands, devices, camera } = setUp();
    const unwatch = commands.watch();
    await settled();
    const held = devices.hold('camera');
    const enabling = commands.camera.enable();
    await held.arrived;
    const choosing = commands.camera.choose('webcam');
    await settled();
    expect(devices.asked).toHaveLength(1);
    held.release();
    await Promise.all([enabling, choosing]);
    expect(camera()).toMatchObject({ deviceId: 'webcam' });
    expect(devices.live).toHaveLength(1);
    unwatch();
  });

  it('in quick succession ends with the last one', async () => {
    const { commands, devices, camera } = setUp();
    await commands.camera.enable();
    await settled();
    await Promise.all([
      commands.camera.choose('webcam'),
      commands.camera.choose('built-in'),
      commands.camera.choose('webcam'),
    ]);
    await settled();
    expect(camera()).toMatchObject({ status: 'on', deviceId: 'webcam' });
    expect(devices.live).toHaveLength(1);
  });

  it('leaves everything as it was when it fails', async () => {
    const { commands, devices, camera } = setUp();
    await commands.camera.enable();
    await settled();
    const before = camera();
    devices.fail('camera', 'device-unsuitable');
    expect(await rejectionCode(commands.camera.choose('webcam'))).toBe('device-unsuitable');
    expect(camera()).toEqual(before);
    expect(await rejectionCode(commands.camera.choose('nowhere'))).toBe('device-not-found');
    expect(camera()).toEqual(before);
    expect(devices.live).toHaveLength(1);
  });

  it('gives the one before back first, where only one can be open at a time', async () => {
    const { commands, devices, camera } = setUp();
    await commands.camera.enable();
    await settled();
    devices.fail('camera', 'device-in-use');
    await commands.camera.choose('webcam');
    expect(camera()).toMatchObject({ status: 'on', deviceId: 'webcam' });
    expect(devices.live).toHaveLength(1);
  });

  it('of a muted microphone opens the other one when it speaks again', async () => {
    const { commands, devices, room } = setUp();
    await commands.microphone.enable();
    await settled();
    await commands.microphone.disable();
    await commands.microphone.enable();
    expect(devices.opened).toHaveLength(1);
    await commands.microphone.disable();
    await commands.microphone.choose('headset');
    await commands.microphone.enable();
    expect(room.getState().devices.microphone).toMatchObject({ deviceId: 'headset' });
    expect(devices.live).toHaveLength(1);
  });
});

describe('a choice is kept', () => {
  it('by id and by name, for the next visit', async () => {
    const storage = keep();
    const first = setUp({ deviceStorage: storage });
    await first.commands.camera.enable();
    await settled();
    await first.commands.camera.choose('webcam');
    expect(JSON.parse(storage.kept['parlour.devices'] as string)).toEqual({
      camera: { deviceId: 'webcam', label: 'The webcam' },
    });

    const second = setUp({ deviceStorage: storage });
    await second.commands.camera.enable();
    expect(second.devices.asked).toEqual([['camera', { deviceId: 'webcam', exact: false }]]);

    const third = setUp({ deviceStorage: storage });
    // Site data was cleared: other ids, the same names.
    third.catalog.plug('videoinput', fakeDevice('x1', 'The built-in'), fakeDevice('x2', 'The webcam'));
    await third.commands.camera.enable();
    await settled();
    expect(third.camera()).toMatchObject({ status: 'on', deviceId: 'x2' });
    expect(third.devices.live).toHaveLength(1);
  });

  it('not when it failed, and not after it was taken back', async () => {
    const storage = keep();
    const { commands, devices } = setUp({ deviceStorage: storage });
    await commands.camera.enable();
    await settled();
    devices.fail('camera', 'device-unsuitable');
    await commands.camera.choose('webcam').catch(() => {});
    expect(storage.kept).toEqual({});
    await commands.camera.choose('webcam');
    await commands.camera.choose(null);
    expect(JSON.parse(storage.kept['parlour.devices'] as string)).toEqual({ camera: null });
  });

  it.each([
    ['nonsense', { getItem: () => '{', setItem: () => {} }],
    ['other things', { getItem: () => '{"camera":{"deviceId":7}}', setItem: () => {} }],
    ['a list', { getItem: () => '[]', setItem: () => {} }],
    ['nothing', { getItem: () => null, setItem: () => {} }],
    [
      'a fault',
      {
        getItem: () => {
          throw new DOMException('no', 'SecurityError');
        },
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    ],
  ])('or not, where the storage gives %s', async (_name, deviceStorage) => {
    const { commands, camera } = setUp({ deviceStorage });
    await commands.camera.enable();
    await settled();
    await commands.camera.choose('webcam');
    expect(camera()).toMatchObject({ status: 'on', deviceId: 'webcam' });
  });
});

describe('a device that is unplugged while it is used', () => {
  async function inUse() {
    const test = setUp();
    await test.room.connect();
    await test.commands.camera.enable();
    await settled();
    await test.commands.camera.choose('webcam');
    await settled();
    const unplug = async () => {
      test.catalog.plug('videoinput', 'built-in');
      test.devices.live[0]?.end();
      await settled();
    };
    const plugIn = async () => {
      test.catalog.plug('videoinput', 'built-in', 'webcam');
      await settled();
    };
    return { ...test, events: recordEvents(test.room), unplug, plugIn };
  }

  it('gives way to another one, and takes its place again when it is back', async () => {
    const { camera, unplug, plugIn, published, devices, events } = await inUse();
    await unplug();
    expect(camera()).toMatchObject({ status: 'on', deviceId: 'built-in', lost: { label: 'The webcam' } });
    expect(published()?.video?.enabled).toBe(true);
    expect(devices.live).toHaveLength(1);
    await plugIn();
    expect(camera()).toMatchObject({ status: 'on', deviceId: 'webcam', lost: null });
    expect(devices.live).toHaveLength(1);
    expect(events.filter(([name]) => name === 'device_changed')).toEqual([
      ['device_changed', 'camera', 'unplugged'],
      ['device_changed', 'camera', 'replugged'],
    ]);
  });

  it('is noticed by the list alone, where its track does not end', async () => {
    const { camera, catalog, devices } = await inUse();
    catalog.plug('videoinput', 'built-in');
    await settled();
    expect(camera()).toMatchObject({ status: 'on', deviceId: 'built-in' });
    expect(devices.live).toHaveLength(1);
  });

  it('is missed no more once it was turned off', async () => {
    const { camera, commands, unplug, plugIn, devices } = await inUse();
    await unplug();
    await commands.camera.disable();
    await plugIn();
    expect(camera()).toMatchObject({ status: 'off', lost: null });
    expect(devices.live).toEqual([]);
  });

  it('turned off while another one is being opened stays off', async () => {
    const { camera, commands, catalog, devices } = await inUse();
    const held = devices.hold('camera');
    catalog.plug('videoinput', 'built-in');
    devices.live[0]?.end();
    await held.arrived;
    await commands.camera.disable();
    held.release();
    await settled();
    expect(camera().status).toBe('off');
    expect(devices.live).toEqual([]);
  });

  it('whose permission was taken away is not asked for again', async () => {
    const { camera, catalog, devices, room, commands } = await inUse();
    const asked = devices.asked.length;
    catalog.permit('camera', 'prompt');
    devices.live[0]?.end();
    await settled();
    expect(camera()).toMatchObject({ status: 'failed', error: { code: 'device-permission-denied' } });
    expect(devices.asked).toHaveLength(asked);
    expect(room.getState().status).toBe('connected');
    await commands.camera.enable();
    expect(camera().status).toBe('on');
  });
});

describe('what the system does', () => {
  const entry = (label: string) => fakeDevice('default', `Default - ${label}`, label);

  it('another default is followed, unless a device was chosen', async () => {
    const { commands, catalog, devices, room } = setUp();
    catalog.plug('audioinput', entry('mic'), fakeDevice('mic'), fakeDevice('headset'));
    await commands.microphone.enable();
    await settled();
    catalog.plug('audioinput', entry('headset'), fakeDevice('mic'), fakeDevice('headset'));
    await settled();
    expect(devices.opened.map(({ label }) => label)).toEqual(['Default - mic', 'Default - headset']);
    expect(devices.live).toHaveLength(1);
    await commands.microphone.choose('mic');
    catalog.plug('audioinput', entry('mic'), fakeDevice('mic'), fakeDevice('headset'));
    await settled();
    expect(devices.opened).toHaveLength(3);
    expect(room.getState().devices.microphone).toMatchObject({ deviceId: 'mic' });
  });

  it('a headset that comes back under another id is known by its name', async () => {
    const { commands, catalog, devices, room } = setUp();
    await commands.microphone.enable();
    await settled();
    await commands.microphone.choose('headset');
    await settled();
    catalog.plug('audioinput', 'mic');
    devices.live[0]?.end();
    await settled();
    expect(room.getState().devices.microphone).toMatchObject({ deviceId: 'mic' });
    catalog.plug('audioinput', 'mic', fakeDevice('hands-free', 'The headset'));
    await settled();
    expect(room.getState().devices.microphone).toMatchObject({ deviceId: 'hands-free' });
  });

  it('a mute is shown here and told to the others, and so is its end', async () => {
    const { room, commands, devices, published } = setUp();
    await room.connect();
    await commands.microphone.enable();
    const events = recordEvents(room);
    const [track] = devices.live;
    track?.mute();
    await settled();
    expect(room.getState().devices.microphone).toMatchObject({ status: 'on', muted: true });
    expect(published()?.audio?.enabled).toBe(false);
    track?.mute(false);
    await settled();
    expect(room.getState().devices.microphone).not.toHaveProperty('muted');
    expect(published()?.audio?.enabled).toBe(true);
    expect(events).toEqual([
      ['track_disabled', 'me', 'self', 'audio'],
      ['track_enabled', 'me', 'self', 'audio'],
    ]);
  });

  it('what was taken for a phone call and not given back is opened anew, where that happens', async () => {
    const { room, audio, commands, devices, published } = setUp();
    await room.connect();
    await commands.microphone.enable();
    devices.live[0]?.mute();
    audio.show();
    await settled();
    expect(room.getState().devices.microphone).toMatchObject({ muted: true });
    audio.interrupts = true;
    audio.show();
    await settled();
    expect(room.getState().devices.microphone).toMatchObject({ status: 'on', track: devices.opened[1] });
    expect(room.getState().devices.microphone).not.toHaveProperty('muted');
    expect(devices.live).toHaveLength(1);
    expect(published()?.audio?.enabled).toBe(true);
    audio.show();
    await settled();
    expect(devices.opened).toHaveLength(2);
    await room.disconnect();
    expect(audio.listeners).toBe(0);
  });

  it('a permission that is given in the settings ends the complaint', async () => {
    const { commands, catalog, devices, camera } = setUp();
    catalog.permit('camera', 'denied');
    devices.fail('camera', 'device-permission-denied');
    await commands.camera.enable().catch(() => {});
    await settled();
    expect(camera()).toMatchObject({ status: 'failed', permission: 'denied' });
    catalog.permit('camera', 'granted');
    await settled();
    expect(camera()).toMatchObject({ status: 'off', permission: 'granted' });
  });

  it('a device that is plugged in ends the complaint that there is none', async () => {
    const { commands, catalog, camera } = setUp();
    catalog.plug('videoinput');
    expect(await rejectionCode(commands.camera.enable())).toBe('device-not-found');
    await settled();
    catalog.plug('videoinput', 'webcam');
    await settled();
    expect(camera()).toMatchObject({ status: 'off' });
    await commands.camera.enable();
    expect(camera()).toMatchObject({ deviceId: 'webcam' });
  });
});

describe('the lists', () => {
  it('are kept while a device is on, in a room, and while somebody watches, and cost nothing else', async () => {
    const { room, commands, catalog } = setUp();
    expect([catalog.watchers, catalog.looks]).toEqual([0, 0]);
    const unwatch = commands.watch();
    await settled();
    expect(room.getState().devices.camera.available).toEqual([fakeDevice('built-in'), fakeDevice('webcam')]);
    catalog.plug('audiooutput', 'loudspeaker');
    await settled();
    expect(room.getState().devices.speaker.available).toEqual([fakeDevice('loudspeaker')]);
    unwatch();
    unwatch();
    expect(catalog.watchers).toBe(0);
    await commands.camera.enable();
    await room.connect();
    expect(catalog.watchers).toBe(1);
    await room.disconnect();
    await settled();
    expect(catalog.watchers).toBe(0);
  });

  it('are looked at twice for one plug, however often browsers tell of it', async () => {
    const { commands, catalog } = setUp();
    const unwatch = commands.watch();
    await settled();
    const { looks } = catalog;
    for (let times = 0; times < 5; times += 1) catalog.plug('audioinput', 'mic');
    await settled();
    expect(catalog.looks - looks).toBe(2);
    unwatch();
  });

  it('are as they were when they cannot be had', async () => {
    const { room, commands, catalog } = setUp();
    const unwatch = commands.watch();
    await settled();
    const before = room.getState().devices;
    catalog.list = () => Promise.reject(new Error('no'));
    catalog.plug('videoinput');
    await settled();
    expect(room.getState().devices).toEqual(before);
    unwatch();
  });
});

describe('a lobby', () => {
  it('keeps everything on when joining fails, and hands the same tracks over when it works', async () => {
    const { room, server, commands, devices, published } = setUp();
    await Promise.all([commands.camera.enable(), commands.microphone.enable()]);
    server.gates.refuse('join', new RoomError('room-full', 'full'));
    expect(await rejectionCode(room.connect())).toBe('room-full');
    expect(devices.live).toHaveLength(2);
    await room.connect();
    await settled();
    expect(devices.opened).toHaveLength(2);
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: true } });
  });

  it('keeps everything on when it is disconnected, also while joining', async () => {
    const { room, server, commands, devices, camera } = setUp();
    await commands.camera.enable();
    await room.disconnect();
    expect(camera().status).toBe('on');
    const held = server.gates.hold('join');
    const joining = room.connect().catch(() => {});
    await held.arrived;
    await room.disconnect();
    await joining;
    expect(camera().status).toBe('on');
    expect(devices.live).toHaveLength(1);
  });

  it('that is left lets everything go', async () => {
    const { commands, devices, catalog } = setUp();
    await Promise.all([commands.camera.enable(), commands.microphone.enable()]);
    await commands.microphone.disable();
    await commands.release();
    await settled();
    expect(devices.live).toEqual([]);
    expect(catalog.watchers).toBe(0);
  });

  it('that follows a call whose connection broke ends with it', async () => {
    const { room, server, commands, devices, clock } = setUp();
    await room.connect();
    await commands.camera.enable();
    server.refuseJoins = new RoomError('unreachable', 'gone');
    server.lose();
    await clock.advance(20 * 60_000);
    expect(room.getState()).toMatchObject({ status: 'disconnected' });
    expect(devices.live).toHaveLength(1);
    await room.disconnect();
    expect(devices.live).toEqual([]);
  });
});

describe('several screens', () => {
  it('are streams of their own, which come and go by themselves', async () => {
    const { room, commands, server, devices } = setUp();
    await room.connect();
    await commands.screen.enable();
    await commands.screenShare('second').enable();
    const streams = () => [...(server.room.participants.get('me')?.streams.keys() ?? [])];
    expect(streams()).toEqual(['presentation', 'second']);
    expect(room.getState().devices.screens.get('second')).toMatchObject({ status: 'on' });
    await commands.screen.disable();
    expect(streams()).toEqual(['second']);
    expect(devices.live).toHaveLength(2);
    devices.live[0]?.end();
    await settled();
    expect(streams()).toEqual([]);
    expect(room.getState().devices.screens.get('second')?.status).toBe('off');
    await commands.screenShare('second').enable();
    await room.disconnect();
    expect(devices.live).toEqual([]);
  });
});
