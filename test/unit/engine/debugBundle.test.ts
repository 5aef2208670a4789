import { afterEach, describe, expect, it, vi } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { clientToken } from '../../../src/testing/clientToken.ts';
import { audioTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';
import { receiving } from '../../support/media/reports.ts';

const HOUR = 3_600_000;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the debug bundle', () => {
  it('tells what happened: states, requests with time and outcome, events, devices, transports, samples', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'ada', name: 'Ada Lovelace', streams: [{}] });
    const { room, clock, devices, media } = createTestRoom(server);
    await room.connect();
    const path = { iceState: 'connected', dtlsState: 'connected' };
    for (const transport of media.transports) {
      const tracks = receiving('t', 'audio', (second) => ({
        packetsReceived: second * 50,
        bytesReceived: second * 5_000,
      }));
      transport.getStats = async () => new Map([...(await tracks()), ['way', { type: 'transport', ...path }]]) as never;
    }
    devices.fail('camera', 'device-not-found');
    await rejectionCode(room.devices.camera.enable());
    const held = server.gates.hold('publishStream');
    const published = room.addStream('self', { audio: audioTrack() });
    await held.arrived;
    await clock.advance(40);
    held.release();
    await published;
    server.gates.refuse('unpublishStream', new RoomError('stream-not-found', 'gone'));
    await room.removeStream('self').catch(() => {});
    server.room.enter({ id: 'bob' });
    await clock.advance(30_000);
    media.transports[0]?.emit('connectionstatechange', 'disconnected');
    server.lose('me', 'the cable was pulled');
    await clock.advance(100);

    const bundle = room.stats.exportDebugBundle();
    const told = (type: string) => bundle.history.filter((entry) => entry.type === type).map(({ detail }) => detail);
    expect(told('request')).toEqual(
      expect.arrayContaining([
        { method: 'capabilities', ms: 0, outcome: 'ok' },
        { method: 'join', ms: 0, outcome: 'ok' },
        { method: 'publishStream', ms: 40, outcome: 'ok' },
        { method: 'unpublishStream', ms: 0, outcome: 'stream-not-found' },
      ]),
    );
    expect(told('connection').map((detail) => detail?.status)).toEqual([
      'connecting',
      'connected',
      'reconnecting',
      'connected',
    ]);
    expect(told('lost')).toEqual([{ cause: 'the cable was pulled' }]);
    expect(told('devices').at(-1)).toMatchObject({ camera: 'failed: device-not-found', microphone: 'off' });
    expect(told('event')).toContainEqual({ event: 'participant_joined', 0: 'bob' });
    expect(told('notification')).toContainEqual({ method: 'participantJoined' });
    expect(told('transport')).toContainEqual({ direction: 'send', state: 'disconnected' });
    expect(told('stats').at(-1)).toMatchObject({ ice: 'connected', dtls: 'connected', tracks: 1, kilobits: 40 });
    expect(bundle).toMatchObject({ status: 'connected', localParticipantId: 'me', dropped: 0 });
    expect(bundle.participants).toContainEqual({
      id: 'ada',
      origin: 'remote',
      connection: 'connected',
      connectionQuality: 5,
    });
    expect(bundle.history.every(({ at }, index, all) => at <= 0 && at >= (all[index - 1]?.at ?? -HOUR))).toBe(true);
    // It is JSON as it stands.
    expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle);
  });

  it('holds no token, credentials, name or message, whatever the errors say', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'ada', name: 'Ada Lovelace', context: 'private-context' });
    const tokens: string[] = [];
    const token = () => {
      const made = clientToken({ lifetimeInMs: HOUR });
      tokens.push(made);
      return made;
    };
    const { room, clock } = createTestRoom(server, {
      tokenSource: async () => ({ token: token(), refreshToken: 'a-refresh-token' }),
      context: 'my-private-context',
    });
    await room.connect();
    await room.updateClientToken(token());
    // Renewed by itself, and refused once with the token in the message.
    const leaky = token();
    server.gates.refuse(
      'refreshToken',
      new RoomError('token-expired', `No: ${leaky} at https://u:secret@host/?k=${leaky}`),
    );
    // A real request would take real time, in which an hour passes here.
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError(`Failed to fetch https://u:secret@host/?k=${leaky}`)));
    await clock.advance(HOUR);
    server.lose('me', `closed by https://user:secret@host/path?token=${leaky}`);
    await clock.advance(60_000);

    const text = JSON.stringify(room.stats.exportDebugBundle());
    expect(tokens.length).toBeGreaterThan(3);
    for (const secret of [...tokens, ...tokens.map((one) => one.split('.')[1] as string)])
      expect(text).not.toContain(secret);
    for (const secret of ['a-refresh-token', 'secret', 'Lovelace', 'private-context'])
      expect(text).not.toContain(secret);
    expect(text).toContain('refreshToken');
  });

  it('ends with the room: nothing is sampled after disconnect', async () => {
    const { room, clock } = createTestRoom(new FakeRoomServer());
    await room.connect();
    await clock.advance(25_000);
    await room.disconnect();
    const { length } = room.stats.exportDebugBundle().history;
    expect(clock.waiting).toBe(0);
    await clock.advance(60_000);
    expect(room.stats.exportDebugBundle().history).toHaveLength(length);
  });
});
