import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { audioTrack, videoTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

async function connected(grants = ALL_GRANTS) {
  const server = new FakeRoomServer();
  const test = createTestRoom(server, { tokenSource: async () => ({ token: clientToken({ grants }) }) });
  await test.room.connect();
  const events = recordEvents(test.room);
  const published = (key = 'self') => server.room.participants.get('me')?.streams.get(key);
  return { ...test, server, events, published, connection: server.connectionOf() };
}

describe('addStream', () => {
  it('publishes both kinds in one piece, for all to see', async () => {
    const { room, events, published, connection, server } = await connected();
    const other = createTestRoom(server, { participantId: 'a' });
    await other.room.connect();
    const theirs = recordEvents(other.room);
    const audio = audioTrack();
    const video = videoTrack(1280, 720);
    await room.addStream('self', { audio, video });
    expect(room.getLocalStreams().get('self')).toMatchObject({
      id: 'me/self',
      origin: 'local',
      isAudioEnabled: true,
      isVideoEnabled: true,
      isConfigured: true,
      audioTrack: audio,
      videoTrack: video,
    });
    expect(events).toEqual([
      ['participant_joined', 'a'],
      ['stream_published', 'me', 'self'],
    ]);
    expect(connection.sent('publishStream')).toHaveLength(1);
    expect(published()).toMatchObject({
      audio: { enabled: true },
      video: { width: 1280, height: 720, spatialLayers: 3 },
    });
    await settled();
    expect(theirs).toEqual([['stream_published', 'me', 'self']]);
    expect(other.room.getParticipantStream('me', 'self')).toMatchObject({
      isVideoEnabled: true,
      videoSize: { width: 1280, height: 720 },
    });
  });

  it('is legal without tracks: a stream with both kinds off', async () => {
    const { room, events, published } = await connected();
    await room.addStream('self');
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: false, isVideoEnabled: false });
    expect(published()).toEqual({ key: 'self', audio: null, video: null });
    expect(events).toEqual([['stream_published', 'me', 'self']]);
  });

  it('takes a video with options, and sends one layer where simulcast is off', async () => {
    const { room, published } = await connected();
    await room.addStream('one', { video: { track: videoTrack(), options: { enableSimulcast: false } } });
    await room.addStream('three', { video: { track: videoTrack(), options: { enableSimulcast: true } } });
    await room.addStream('none', { video: {} });
    await room.addStream('presentation', { video: videoTrack() });
    const layers = ['one', 'three', 'none', 'presentation'].map((key) => published(key)?.video?.spatialLayers);
    expect(layers).toEqual([1, 3, undefined, 1]);
  });

  it('refuses a used key, also when both are added at once', async () => {
    const { room, connection } = await connected();
    const outcomes = [room.addStream('self'), rejectionCode(room.addStream('self'))];
    expect(await Promise.all(outcomes)).toEqual([undefined, 'stream-exists']);
    expect(await rejectionCode(room.addStream('self'))).toBe('stream-exists');
    expect(connection.sent('publishStream')).toHaveLength(1);
    expect(room.getLocalStreams().size).toBe(1);
  });

  it('leaves nothing behind when the server refuses', async () => {
    const { room, events, media } = await connected({ ...ALL_GRANTS, publish: ['audio'] });
    const video = videoTrack();
    expect(await rejectionCode(room.addStream('self', { audio: audioTrack(), video }))).toBe('not-allowed');
    expect(room.getLocalStreams().size).toBe(0);
    expect(room.getLocalParticipant().streams).toEqual({});
    expect(media.open.producers).toBe(0);
    expect(events).toEqual([]);
    expect(video.readyState).toBe('live');
    expect(video.listeners).toBe(0);
    await room.addStream('self', { audio: audioTrack() });
    expect(room.getLocalStreams().size).toBe(1);
  });

  it('leaves nothing behind when one of the tracks cannot be sent', async () => {
    const { room, media, connection } = await connected();
    const ended = audioTrack();
    ended.stop();
    expect(await rejectionCode(room.addStream('self', { audio: ended, video: videoTrack() }))).toBe('device-failed');
    expect(media.open.producers).toBe(0);
    expect(room.getLocalStreams().size).toBe(0);
    expect(connection.sent('publishStream')).toEqual([]);
  });
});

describe('updateStream', () => {
  it('replaces both kinds: an omitted kind is off', async () => {
    const { room, events, published } = await connected();
    await room.addStream('self', { audio: audioTrack() });
    events.length = 0;
    const video = videoTrack();
    await room.updateStream('self', { video });
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: false, isVideoEnabled: true });
    expect(room.getLocalStreams().get('self')?.audioTrack).toBeUndefined();
    expect(published()).toMatchObject({ audio: { enabled: false }, video: { enabled: true } });
    expect(events).toEqual([
      ['track_disabled', 'me', 'self', 'audio'],
      ['track_enabled', 'me', 'self', 'video'],
    ]);
  });

  it('turns a kind off and on without negotiating again', async () => {
    const { room, media, connection, published } = await connected();
    await room.addStream('self', { video: videoTrack(1280, 720) });
    await room.updateStream('self', {});
    expect(published()?.video?.enabled).toBe(false);
    await room.updateStream('self', { video: videoTrack(640, 360) });
    expect(published()?.video).toMatchObject({ enabled: true, width: 640, height: 360 });
    expect(media.producers).toHaveLength(1);
    expect(connection.sent('produce')).toEqual([]);
  });

  it('asks the server for nothing when nothing changes', async () => {
    const { room, connection, events } = await connected();
    const audio = audioTrack();
    await room.addStream('self', { audio });
    const before = connection.requests.length;
    events.length = 0;
    await room.updateStream('self', { audio });
    expect(connection.requests).toHaveLength(before);
    expect(events).toEqual([]);
  });

  it('refuses a stream that is not there', async () => {
    const { room } = await connected();
    expect(await rejectionCode(room.updateStream('self', {}))).toBe('stream-not-found');
  });

  it('is done in the order of the calls, and the last one counts', async () => {
    const { room, published } = await connected();
    const tracks = [videoTrack(100, 100), videoTrack(200, 200), videoTrack(300, 300)];
    await Promise.all([
      room.addStream('self'),
      ...tracks.map((video) => room.updateStream('self', { video })),
      room.updateStream('self', {}),
      room.updateStream('self', { audio: audioTrack() }),
    ]);
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: false, width: 300 } });
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: true, isVideoEnabled: false });
  });

  it('shows a kind that was refused as what it is, and the other as it was wanted', async () => {
    const { room, events, media } = await connected({ ...ALL_GRANTS, publish: ['audio'] });
    await room.addStream('self');
    events.length = 0;
    const audio = audioTrack();
    expect(await rejectionCode(room.updateStream('self', { audio, video: videoTrack() }))).toBe('not-allowed');
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: true, isVideoEnabled: false });
    expect(room.getLocalStreams().get('self')?.videoTrack).toBeUndefined();
    expect(media.open.producers).toBe(1);
    expect(events).toEqual([['track_enabled', 'me', 'self', 'audio']]);
  });

  it('goes back to the track before when the server refuses the new one', async () => {
    const { room, server, media } = await connected();
    const first = videoTrack();
    await room.addStream('self', { video: first });
    server.gates.refuse('updateProducer', new RoomError('too-many-requests', 'slow down'));
    expect(await rejectionCode(room.updateStream('self', { video: videoTrack() }))).toBe('too-many-requests');
    expect(room.getLocalStreams().get('self')?.videoTrack).toBe(first);
    expect(media.producers[0]?.track).toBe(first);
  });
});

describe('removeStream', () => {
  it('unpublishes, and leaves the tracks alone', async () => {
    const { room, events, media, published } = await connected();
    const audio = audioTrack();
    await room.addStream('self', { audio });
    await room.removeStream('self');
    expect(events).toEqual([
      ['stream_published', 'me', 'self'],
      ['stream_unpublished', 'me', 'self'],
    ]);
    expect(published()).toBeUndefined();
    expect(media.open.producers).toBe(0);
    expect(audio.readyState).toBe('live');
    expect(audio.listeners).toBe(0);
  });

  it('tells nothing of a stream that was not published yet', async () => {
    const { room, events, server, published } = await connected();
    const held = server.gates.hold('publishStream');
    const adding = room.addStream('self');
    await held.arrived;
    const removing = room.removeStream('self');
    held.release();
    await Promise.all([adding, removing]);
    expect(published()).toBeUndefined();
    expect(events).toEqual([]);
  });

  it('does no harm twice, or for a stream that never was', async () => {
    const { room, events, connection } = await connected();
    await room.addStream('self');
    await Promise.all([room.removeStream('self'), room.removeStream('self')]);
    await room.removeStream('self');
    await room.removeStream('other');
    expect(events.filter(([name]) => name === 'stream_unpublished')).toHaveLength(1);
    expect(connection.sent('unpublishStream')).toHaveLength(1);
  });

  it('makes room for the next stream of that key, without waiting for anything', async () => {
    const { room, server, media, published } = await connected();
    const held = server.gates.hold('publishStream');
    const first = room.addStream('self', { video: videoTrack(100, 100) });
    await held.arrived;
    const removed = room.removeStream('self');
    const second = room.addStream('self', { video: videoTrack(200, 200) });
    held.release();
    await Promise.all([first, removed, second]);
    expect(published()?.video).toMatchObject({ width: 200 });
    expect(media.open.producers).toBe(1);
    expect(room.getLocalStreams().size).toBe(1);
  });
});

describe('a track that ends', () => {
  it('is announced like one that is turned off', async () => {
    const { room, events, published } = await connected();
    const audio = audioTrack();
    const video = videoTrack();
    await room.addStream('self', { audio, video });
    events.length = 0;
    video.end();
    await settled();
    expect(events).toEqual([['track_disabled', 'me', 'self', 'video']]);
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: true, isVideoEnabled: false });
    expect(published()).toMatchObject({ audio: { enabled: true }, video: { enabled: false } });
    audio.end();
    await settled();
    expect(published()).toMatchObject({ audio: { enabled: false } });
  });

  it('says nothing any more when its stream is gone or has another track', async () => {
    const { room, events } = await connected();
    const first = videoTrack();
    await room.addStream('self', { video: first });
    await room.updateStream('self', { video: videoTrack() });
    events.length = 0;
    first.end();
    await settled();
    expect(events).toEqual([]);
    expect(room.getLocalStreams().get('self')?.isVideoEnabled).toBe(true);
  });
});

describe('statistics', () => {
  it('of an own stream come by kind', async () => {
    const { room } = await connected();
    await room.addStream('self', { audio: audioTrack() });
    expect(Object.keys(await room.getWebRTCStatsForStream('me', 'self'))).toEqual(['audio']);
    expect(await rejectionCode(room.getWebRTCStatsForStream('me', 'other'))).toBe('stream-not-found');
  });
});

describe('a track that the application disables', () => {
  it('is announced like an update, and so is its return, without negotiating', async () => {
    const { room, events, published, connection, clock, media } = await connected();
    const [audio, video] = [audioTrack(), videoTrack()];
    await room.addStream('self', { audio, video });
    events.length = 0;
    audio.enabled = false;
    await clock.advance(250);
    expect(events).toEqual([['track_disabled', 'me', 'self', 'audio']]);
    expect(published()).toMatchObject({ audio: { enabled: false }, video: { enabled: true } });
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: false, audioTrack: audio });
    audio.enabled = true;
    await clock.advance(250);
    expect(events.at(-1)).toEqual(['track_enabled', 'me', 'self', 'audio']);
    expect(published()?.audio?.enabled).toBe(true);
    expect(connection.sent('updateProducer')).toHaveLength(2);
    expect(media.producers.map(({ track }) => track)).toEqual([audio, video]);
  });

  it('before it is published is off from the beginning', async () => {
    const { room, published, clock } = await connected();
    const audio = audioTrack();
    audio.enabled = false;
    await room.addStream('self', { audio });
    expect(published()?.audio?.enabled).toBe(false);
    expect(room.getLocalStreams().get('self')?.isAudioEnabled).toBe(false);
    audio.enabled = true;
    await clock.advance(250);
    expect(published()?.audio?.enabled).toBe(true);
  });

  it('costs nothing while nothing changes, and nothing without a track', async () => {
    const { room, connection, clock, events } = await connected();
    const timers = clock.timers.length;
    await room.addStream('self');
    expect(clock.timers).toHaveLength(timers);
    const audio = audioTrack();
    await room.updateStream('self', { audio });
    const requests = connection.requests.length;
    events.length = 0;
    await clock.advance(5_000);
    expect(connection.requests).toHaveLength(requests);
    expect(events).toEqual([]);
    await room.disconnect();
    expect(clock.waiting).toBe(0);
    expect(audio.listeners).toBe(0);
  });

  it('and that may not be enabled again is tried once', async () => {
    const { room, server, connection, clock } = await connected();
    const audio = audioTrack();
    await room.addStream('self', { audio });
    audio.enabled = false;
    await clock.advance(250);
    server.gates.refuse('updateProducer', new RoomError('not-allowed', 'no'));
    audio.enabled = true;
    await clock.advance(5_000);
    expect(connection.sent('updateProducer')).toHaveLength(2);
  });

  it('is told by the system at once when it mutes it, but a screen that stands still is not muted', async () => {
    const { room, published } = await connected();
    const [camera, screen] = [videoTrack(), videoTrack()];
    await room.addStream('self', { video: camera });
    await room.addStream('presentation', { video: screen });
    camera.mute();
    screen.mute();
    await settled();
    expect(published()?.video?.enabled).toBe(false);
    expect(published('presentation')?.video?.enabled).toBe(true);
  });
});
