import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

function setUp(grants = ALL_GRANTS) {
  const server = new FakeRoomServer();
  const test = createTestRoom(server, { tokenSource: async () => ({ token: clientToken({ grants }) }) });
  const { microphone, camera, screen } = test.room.devices;
  const status = () => {
    const { devices } = test.room.getState();
    return [devices.microphone.status, devices.camera.status, devices.screen.status];
  };
  const published = (key = 'self') => server.room.participants.get('me')?.streams.get(key);
  return { ...test, server, microphone, camera, screen, status, published };
}

describe('before the room is connected', () => {
  it('devices open and close, with their tracks in the state', async () => {
    const { room, camera, microphone, devices, status } = setUp();
    await Promise.all([camera.enable(), microphone.enable()]);
    expect(status()).toEqual(['on', 'on', 'off']);
    const state = room.getState().devices.camera;
    expect(state.status === 'on' && state.track).toBe(devices.opened.find(({ kind }) => kind === 'video'));
    await camera.disable();
    expect(status()).toEqual(['on', 'off', 'off']);
    expect(devices.live.map(({ kind }) => kind)).toEqual(['audio']);
  });

  it('what is on is published with the connection, in one piece', async () => {
    const { room, camera, microphone, server, published } = setUp();
    const events = recordEvents(room);
    await Promise.all([camera.enable(), microphone.enable()]);
    await room.connect();
    await settled();
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: true } });
    expect(server.connectionOf().sent('publishStream')).toHaveLength(1);
    expect(events).toEqual([['connected'], ['stream_published', 'me', 'self']]);
  });

  it('what is off is not published', async () => {
    const { room, published } = setUp();
    await room.connect();
    await settled();
    expect(published()).toBeUndefined();
  });
});

describe('in a connected room', () => {
  it('camera and microphone are the stream self, and come and go without negotiating again', async () => {
    const { room, camera, microphone, published, media, server, devices } = setUp();
    await room.connect();
    await camera.enable();
    expect(published()).toMatchObject({ audio: null, video: { enabled: true, spatialLayers: 3 } });
    await microphone.enable();
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: true } });
    await camera.disable();
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: false } });
    expect(devices.live.map(({ kind }) => kind)).toEqual(['audio']);
    await camera.enable();
    await camera.toggle();
    await camera.toggle();
    expect(published()).toMatchObject({ video: { enabled: true } });
    expect(media.producers).toHaveLength(2);
    expect(server.connectionOf().sent('publishStream')).toHaveLength(1);
  });

  it('the screen with its sound is the stream presentation, and goes when it is off', async () => {
    const { room, screen, published, devices, media } = setUp();
    await room.connect();
    await screen.enable();
    expect(published('presentation')).toMatchObject({
      audio: { enabled: true },
      video: { spatialLayers: 1, width: 1920 },
    });
    await screen.disable();
    expect(published('presentation')).toBeUndefined();
    expect(devices.live).toEqual([]);
    expect(media.open.producers).toBe(0);
    await screen.enable();
    expect(published('presentation')).toBeDefined();
  });

  it('the browser’s own "stop sharing" ends the presentation', async () => {
    const { room, screen, published, devices, status } = setUp();
    await room.connect();
    await screen.enable();
    const events = recordEvents(room);
    devices.opened[0]?.end();
    await settled();
    expect(published('presentation')).toBeUndefined();
    expect(status()).toEqual(['off', 'off', 'off']);
    expect(devices.live).toEqual([]);
    expect(room.getLocalStreams().size).toBe(0);
    expect(events.at(-1)).toEqual(['stream_unpublished', 'me', 'presentation']);
  });

  it('the only camera that is unplugged is off for the others, and comes back with the plug', async () => {
    const { room, camera, published, devices, status } = setUp();
    devices.catalog.plug('videoinput', 'webcam');
    await room.connect();
    await camera.enable();
    const events = recordEvents(room);
    devices.catalog.plug('videoinput');
    devices.opened[0]?.end();
    await settled();
    expect(status()).toEqual(['off', 'failed', 'off']);
    expect(room.getState().devices.camera).toMatchObject({ error: { code: 'device-not-found' }, waiting: true });
    expect(published()).toMatchObject({ video: { enabled: false } });
    devices.catalog.plug('videoinput', 'webcam');
    await settled();
    expect(status()).toEqual(['off', 'on', 'off']);
    expect(published()).toMatchObject({ video: { enabled: true } });
    expect(events).toContainEqual(['device_changed', 'camera', 'replugged']);
  });

  it('a refused publication turns the device off, says why, and leaves the others on', async () => {
    const { room, camera, microphone, status, devices } = setUp({ ...ALL_GRANTS, publish: ['audio'] });
    await room.connect();
    await microphone.enable();
    expect(await rejectionCode(camera.enable())).toBe('not-allowed');
    expect(status()).toEqual(['on', 'failed', 'off']);
    expect(room.getState().devices.camera).toMatchObject({ error: { code: 'not-allowed' } });
    expect(devices.live.map(({ kind }) => kind)).toEqual(['audio']);
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: true, isVideoEnabled: false });
  });

  it('one that is refused with the connection does not take the other one with it', async () => {
    const { room, camera, microphone, status, published, devices } = setUp({ ...ALL_GRANTS, publish: ['audio'] });
    await Promise.all([camera.enable(), microphone.enable()]);
    await room.connect();
    await settled();
    expect(status()).toEqual(['on', 'failed', 'off']);
    expect(room.getState().devices.camera).toMatchObject({ error: { code: 'not-allowed' } });
    expect(published()).toMatchObject({ audio: { enabled: true }, video: null });
    expect(devices.live.map(({ kind }) => kind)).toEqual(['audio']);
  });

  it('one that is refused is told to who turned it on, and to nobody else', async () => {
    const { room, camera, microphone, status, published } = setUp({ ...ALL_GRANTS, publish: ['audio'] });
    await room.connect();
    const outcomes = await Promise.allSettled([camera.enable(), microphone.enable()]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled']);
    expect(status()).toEqual(['on', 'failed', 'off']);
    expect(published()).toMatchObject({ audio: { enabled: true } });
  });

  it('toggles in quick succession end as the last one says', async () => {
    const { room, camera, published, devices, status } = setUp();
    await room.connect();
    await Promise.allSettled([camera.enable(), camera.disable(), camera.enable()]);
    await settled();
    expect(status()[1]).toBe('on');
    expect(published()).toMatchObject({ video: { enabled: true } });
    expect(devices.live).toHaveLength(1);
    await Promise.allSettled([camera.toggle(), camera.toggle(), camera.toggle()]);
    await settled();
    expect(status()[1]).toBe('off');
    expect(published()).toMatchObject({ video: { enabled: false } });
    expect(devices.live).toHaveLength(0);
  });
});

describe('the microphone', () => {
  it('is kept open and silent while it is muted, and speaks again at once', async () => {
    const { room, microphone, devices, published } = setUp();
    await room.connect();
    await microphone.enable();
    await microphone.disable();
    expect(devices.opened).toHaveLength(1);
    expect(devices.opened[0]).toMatchObject({ readyState: 'live', enabled: false });
    expect(published()).toMatchObject({ audio: { enabled: false } });
    await microphone.enable();
    expect(devices.opened).toHaveLength(1);
    expect(devices.opened[0]).toMatchObject({ readyState: 'live', enabled: true });
    expect(published()).toMatchObject({ audio: { enabled: true } });
  });

  it('is opened anew when it was unplugged while it was muted', async () => {
    const { microphone, devices } = setUp();
    await microphone.enable();
    await microphone.disable();
    devices.opened[0]?.end();
    await microphone.enable();
    expect(devices.opened).toHaveLength(2);
    expect(devices.live).toHaveLength(1);
  });

  it('that opens after it was turned off again is let go', async () => {
    const { microphone, devices, status } = setUp();
    const held = devices.hold('microphone');
    const enabling = microphone.enable();
    await held.arrived;
    await microphone.disable();
    held.release();
    await enabling;
    expect(status()[0]).toBe('off');
    expect(devices.live).toEqual([]);
  });

  it('that opens after the room was left is let go', async () => {
    const { room, microphone, devices } = setUp();
    await room.connect();
    const held = devices.hold('microphone');
    const enabling = microphone.enable();
    await held.arrived;
    await room.disconnect();
    held.release();
    await enabling;
    expect(devices.live).toEqual([]);
  });

  it.each(['first', 'second'] as const)('asked for twice is one, also when the %s opens last', async (late) => {
    const { room, microphone, devices, status } = setUp();
    const gates = [devices.hold('microphone'), devices.hold('microphone')];
    const first = microphone.enable();
    await microphone.disable();
    const second = microphone.enable();
    await Promise.all(gates.map(({ arrived }) => arrived));
    for (const gate of late === 'first' ? [...gates].reverse() : gates) {
      gate.release();
      await settled();
    }
    await Promise.all([first, second]);
    expect(status()[0]).toBe('on');
    const state = room.getState().devices.microphone;
    expect(state.status === 'on' && state.track).toMatchObject({ enabled: true, readyState: 'live' });
    expect(devices.live).toHaveLength(1);
  });
});

describe('a device that cannot be opened', () => {
  it.each(['device-permission-denied', 'device-not-found', 'device-in-use'] as const)('says %s', async (code) => {
    const { room, camera, devices } = setUp();
    devices.fail('camera', code);
    expect(await rejectionCode(camera.enable())).toBe(code);
    expect(room.getState().devices.camera).toMatchObject({ status: 'failed', error: { code } });
    await camera.toggle();
    expect(room.getState().devices.camera.status).toBe('on');
  });

  it('is simply off when the person closed the question', async () => {
    const { screen, devices, status } = setUp();
    devices.fail('screen', 'device-dismissed');
    expect(await rejectionCode(screen.enable())).toBe('device-dismissed');
    expect(status()[2]).toBe('off');
  });

  it('says device-failed for an error of nobody’s', async () => {
    const { room, camera, devices } = setUp();
    const held = devices.hold('camera');
    const enabling = rejectionCode(camera.enable());
    held.refuse(new TypeError('boom'));
    expect(await enabling).toBe('device-failed');
    expect(room.getState().devices.camera.status).toBe('failed');
  });
});

describe('at the end of a connection', () => {
  it('our own leaving turns everything off', async () => {
    const { room, camera, microphone, screen, devices, status } = setUp();
    await room.connect();
    await Promise.all([camera.enable(), microphone.enable(), screen.enable()]);
    await room.disconnect();
    expect(status()).toEqual(['off', 'off', 'off']);
    expect(devices.live).toEqual([]);
    expect(devices.opened.map(({ listeners }) => listeners)).toEqual([0, 0, 0, 0]);
  });

  it('a muted microphone is let go, too', async () => {
    const { room, microphone, devices } = setUp();
    await room.connect();
    await microphone.enable();
    await microphone.disable();
    await room.disconnect();
    expect(devices.live).toEqual([]);
  });

  it('a connection that breaks keeps everything on for the next one, which publishes it', async () => {
    const { room, server, camera, microphone, screen, status, published, devices } = setUp();
    await room.connect();
    await Promise.all([camera.enable(), microphone.enable(), screen.enable()]);
    server.lose();
    await settled();
    expect(room.getState().status).toBe('connected');
    expect(status()).toEqual(['on', 'on', 'on']);
    // The screen has its sound.
    expect(devices.live).toHaveLength(4);
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: true } });
    expect(published('presentation')).toMatchObject({ video: { enabled: true } });
  });

  it('a device that goes off while the connection is being made anew is off in the new one', async () => {
    const { room, server, camera, microphone, status, published } = setUp();
    await room.connect();
    await Promise.all([camera.enable(), microphone.enable()]);
    const held = server.gates.hold('join');
    server.lose();
    await held.arrived;
    await microphone.disable();
    held.release();
    await settled();
    await settled();
    expect(status()).toEqual(['off', 'on', 'off']);
    expect(published()).toMatchObject({ audio: { enabled: false }, video: { enabled: true } });
  });

  it('a connection that breaks while a camera is being published does not turn it off', async () => {
    const { room, server, camera, status, published } = setUp();
    await room.connect();
    const held = server.gates.hold('publishStream');
    const enabling = camera.enable().catch(() => {});
    await held.arrived;
    server.lose();
    await enabling;
    expect(status()[1]).toBe('on');
    await room.connect();
    await settled();
    expect(published()).toMatchObject({ video: { enabled: true } });
  });

  it('a failed publication at the connection turns the devices off and says why', async () => {
    const { room, server, camera, status, devices } = setUp();
    await camera.enable();
    server.gates.refuse('publishStream', new RoomError('not-allowed', 'no'));
    await room.connect();
    await settled();
    expect(status()[1]).toBe('failed');
    expect(devices.live).toEqual([]);
    expect(room.getState().status).toBe('connected');
  });
});
