import { describe, expect, it } from 'vitest';
import type { Grants } from '../../../src/engine/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { audioTrack, videoTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

const NOISY = { by: 'host', reason: 'a noisy street' };

/** A room with `a`, who publishes camera and microphone. */
async function connected(grants: Partial<Grants> = {}) {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'a', streams: [{}] });
  const test = createTestRoom(server, { clientToken: clientToken({ grants: { ...ALL_GRANTS, ...grants } }) });
  await test.room.connect();
  const events = recordEvents(test.room);
  const sent = (method: Parameters<ReturnType<FakeRoomServer['connectionOf']>['sent']>[0]) =>
    server.connectionOf().sent(method);
  const subscription = () => test.room.getState().subscriptions.get('a')?.get('self');
  return { ...test, server, events, sent, subscription };
}

describe('a moderator', () => {
  it('mutes and unmutes, and everybody sees it', async () => {
    const { room, events, sent } = await connected();
    await room.moderation.mute('a', { reason: 'a noisy street' });
    expect(sent('mute')).toEqual([{ participants: ['a'], sources: ['audio'], reason: 'a noisy street' }]);
    await settled();
    expect(room.getParticipantStream('a', 'self')).toMatchObject({
      isAudioEnabled: true,
      isAudioCensored: true,
      isVideoCensored: false,
    });
    expect(room.getState().participants.get('a')?.censored).toEqual({ audio: { by: 'me', reason: 'a noisy street' } });
    await room.moderation.unmute(['a']);
    await settled();
    expect(room.getParticipantStream('a', 'self')?.isAudioCensored).toBe(false);
    expect(room.getState().participants.get('a')).not.toHaveProperty('censored');
    expect(events).toEqual([
      ['track_censored', 'a', 'self', 'audio'],
      ['track_uncensored', 'a', 'self', 'audio'],
    ]);
  });

  it('names sources, several people, everybody, and exceptions', async () => {
    const { room, server, sent } = await connected();
    server.room.enter({ id: 'b' });
    await room.moderation.mute('all', { sources: ['video', 'presentation'], exclude: ['b'] });
    await room.moderation.unmute(['a', 'b'], { sources: ['video'] });
    expect(sent('mute')).toEqual([{ participants: 'all', exclude: ['b'], sources: ['video', 'presentation'] }]);
    expect(sent('unmute')).toEqual([{ participants: ['a', 'b'], sources: ['video'] }]);
    expect(room.getState().participants.get('me')).not.toHaveProperty('censored');
  });

  it('removes, with and without a ban', async () => {
    const { room, sent, events } = await connected();
    await room.moderation.kick('a', { banSecs: 60 });
    await settled();
    expect(sent('kick')).toEqual([{ participants: ['a'], banSecs: 60 }]);
    expect(events).toEqual([
      ['participant_leaving', 'a', 'kicked'],
      ['stream_unpublished', 'a', 'self'],
      ['participant_left', 'a'],
    ]);
  });

  it('changes what others may do', async () => {
    const { room, events } = await connected();
    await room.moderation.setGrants('a', { publish: [], moderate: false });
    await settled();
    expect(room.getState().participants.get('a')?.grants).toEqual({ ...ALL_GRANTS, publish: [], moderate: false });
    expect(events).toEqual([['participant_updated', 'a']]);
  });

  it('ends the session for all, oneself included', async () => {
    const { room, server, events } = await connected();
    await room.moderation.end();
    await settled();
    expect(server.room.participants.size).toBe(0);
    expect(events).toEqual([['disconnected', 'session_terminated']]);
  });

  it('hears what is wrong: no connection, no grant, nobody there', async () => {
    const { room } = await connected();
    expect(await rejectionCode(room.moderation.mute('nobody'))).toBe('participant-not-found');
    const guest = (await connected({ moderate: false })).room.moderation;
    const commands = [guest.mute('a'), guest.unmute('a'), guest.kick('a'), guest.setGrants('a', {}), guest.end()];
    expect(await Promise.all(commands.map(rejectionCode))).toEqual(Array(5).fill('not-allowed'));
    await room.disconnect();
    expect(await rejectionCode(room.moderation.mute('a'))).toBe('not-connected');
    expect(await rejectionCode(room.moderation.end())).toBe('not-connected');
  });
});

describe('who is muted', () => {
  it('sees it on the own streams, with by whom and why, also on those that have no sound yet', async () => {
    const { room, server, events } = await connected();
    await room.addStream('self', { video: videoTrack() });
    server.room.censor('me', ['audio'], NOISY);
    await settled();
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioCensored: true, isVideoCensored: false });
    expect(room.getLocalParticipant().censored).toEqual({ audio: NOISY });
    expect(events).toEqual([
      ['stream_published', 'me', 'self'],
      ['track_censored', 'me', 'self', 'audio'],
    ]);
  });

  it('cannot turn it on, and hears why; after unmuting it can', async () => {
    const { room, server, sent } = await connected();
    const [audio, video] = [audioTrack(), videoTrack()];
    await room.addStream('self', { video });
    server.room.censor('me', ['audio'], NOISY);
    await settled();
    await expect(room.updateStream('self', { audio, video })).rejects.toMatchObject({
      code: 'censored',
      message: expect.stringContaining('a noisy street'),
    });
    expect(await rejectionCode(room.addStream('other', { audio }))).toBe('censored');
    expect(sent('produce')).toEqual([]);
    expect(room.getLocalStreams().has('other')).toBe(false);
    server.room.censor('me', ['audio'], null);
    await settled();
    await room.updateStream('self', { audio, video });
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: true, isAudioCensored: false });
  });

  it('keeps the track of a stream of its own, which flows again after unmuting', async () => {
    const { room, server, events, sent } = await connected();
    const [audio, other] = [audioTrack(), audioTrack()];
    await room.addStream('self', { audio });
    server.room.censor('me', ['audio'], NOISY);
    await settled();
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: true, audioTrack: audio });
    await room.updateStream('self', { audio: other });
    server.room.censor('me', ['audio'], null);
    await settled();
    expect(events.map(([name]) => name)).toEqual(['stream_published', 'track_censored', 'track_uncensored']);
    expect(sent('updateProducer').at(-1)).toMatchObject({ paused: false });
  });

  it('finds the microphone off, which stays off after unmuting until it is turned on', async () => {
    const { room, server, devices, events } = await connected();
    await Promise.all([room.devices.microphone.enable(), room.devices.camera.enable()]);
    events.length = 0;
    server.room.censor('me', ['audio'], NOISY);
    await settled();
    const { microphone, camera } = room.getState().devices;
    expect([microphone.status, camera.status]).toEqual(['off', 'on']);
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: false, isVideoEnabled: true });
    expect(events).toEqual([
      ['track_censored', 'me', 'self', 'audio'],
      ['track_disabled', 'me', 'self', 'audio'],
    ]);
    expect(await rejectionCode(room.devices.microphone.enable())).toBe('censored');
    server.room.censor('me', ['audio'], null);
    await settled();
    expect(room.getState().devices.microphone.status).toBe('off');
    await room.devices.microphone.enable();
    expect(room.getLocalStreams().get('self')?.isAudioEnabled).toBe(true);
    expect(devices.live).toHaveLength(2);
  });

  it('and comes back is so still: what was on before goes off, and nothing else', async () => {
    const server = new FakeRoomServer();
    const { room } = createTestRoom(server);
    await Promise.all([room.devices.microphone.enable(), room.devices.camera.enable()]);
    const held = server.gates.hold('entered');
    const connecting = room.connect();
    await held.arrived;
    server.connectionOf().answer.self.censored = { audio: NOISY };
    held.release();
    await connecting;
    await settled();
    const { microphone, camera } = room.getState().devices;
    expect([microphone.status, camera.status]).toEqual(['off', 'on']);
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioCensored: true, isVideoEnabled: true });
    expect(server.connectionOf().sent('publishStream')[0].producers).toMatchObject([{ kind: 'video' }]);
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: false });
  });

  it('is so in the next connection after one that broke, and hears of what changed meanwhile', async () => {
    const { room, server, events, clock } = await connected();
    const audio = audioTrack();
    await room.addStream('self', { audio });
    events.length = 0;
    const held = server.gates.hold('entered');
    server.lose();
    await clock.advance(10_000);
    await held.arrived;
    server.connectionOf().answer.self.censored = { audio: NOISY };
    held.release();
    await settled();
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioCensored: true, audioTrack: audio });
    expect(events).toContainEqual(['track_censored', 'me', 'self', 'audio']);
  });
});

describe('who watches somebody who is muted', () => {
  it('knows why nothing comes', async () => {
    const { room, server, clock, subscription } = await connected();
    await room.addSubscription('a', 'self', { audio: true, video: true });
    await clock.frame();
    server.room.censor('a', ['video'], NOISY);
    await clock.frame();
    expect(subscription()).toMatchObject({ reason: 'censored' });
    server.room.censor('a', ['video'], null);
    await clock.frame();
    expect(subscription()).not.toHaveProperty('reason');
  });

  it('learns it with the join', async () => {
    const server = new FakeRoomServer();
    server.room.enter({ id: 'a', streams: [{}] });
    server.room.censor('a', ['audio'], NOISY);
    const { room } = createTestRoom(server);
    await room.connect();
    expect(room.getParticipantStream('a', 'self')).toMatchObject({ isAudioCensored: true, isVideoCensored: false });
    expect(room.getState().participants.get('a')?.censored).toEqual({ audio: NOISY });
  });
});

describe('grants that change in a call', () => {
  it.each([
    [
      'a moderator',
      ({ server }: Awaited<ReturnType<typeof connected>>, grants: Grants) => server.room.setGrants('me', grants),
    ],
    [
      'a new token',
      ({ room }: Awaited<ReturnType<typeof connected>>, grants: Grants) =>
        room.updateClientToken(clientToken({ grants })),
    ],
  ])('by %s turn off what may not be published any more', async (_who, change) => {
    const test = await connected();
    const { room, events } = test;
    await room.addStream('own', { audio: audioTrack(), video: videoTrack() });
    await Promise.all([room.devices.microphone.enable(), room.devices.camera.enable(), room.devices.screen.enable()]);
    events.length = 0;
    await change(test, { ...ALL_GRANTS, publish: ['video'] });
    await settled();
    expect(room.getLocalParticipant().grants.publish).toEqual(['video']);
    const { microphone, camera, screen } = room.getState().devices;
    expect([microphone.status, camera.status, screen.status]).toEqual(['off', 'on', 'off']);
    expect(room.getLocalStreams().get('own')).toMatchObject({ isAudioEnabled: false, isVideoEnabled: true });
    expect(room.getLocalStreams().has('presentation')).toBe(false);
    expect(events).toEqual(
      expect.arrayContaining([
        ['participant_updated', 'me'],
        ['track_disabled', 'me', 'own', 'audio'],
        ['track_disabled', 'me', 'self', 'audio'],
        ['stream_unpublished', 'me', 'presentation'],
      ]),
    );
    expect(await rejectionCode(room.devices.microphone.enable())).toBe('not-allowed');
    await change(test, ALL_GRANTS);
    await settled();
    expect(room.getState().devices.microphone.status).toBe('off');
    await room.devices.microphone.enable();
    expect(room.getLocalStreams().get('self')?.isAudioEnabled).toBe(true);
  });

  it('end what may not be received, say so, and bring it back later', async () => {
    const { room, server, clock, media, subscription } = await connected();
    await room.addSubscription('a', 'self', { audio: true, video: true });
    await clock.frame();
    expect(media.open.consumers).toBe(2);
    server.room.setGrants('me', { subscribe: false });
    await clock.frame();
    expect(media.open.consumers).toBe(0);
    expect(subscription()).toMatchObject({ reason: 'permission', status: 'pending' });
    server.room.setGrants('me', { subscribe: true });
    await clock.frame();
    await clock.frame();
    expect(media.open.consumers).toBe(2);
    expect(subscription()).toMatchObject({ status: 'started' });
    expect(subscription()).not.toHaveProperty('reason');
  });

  it('that are smaller in the next connection leave the rest of a stream', async () => {
    const { room, server, clock } = await connected();
    await room.addStream('self', { audio: audioTrack(), video: videoTrack() });
    const held = server.gates.hold('entered');
    server.lose();
    await clock.advance(10_000);
    await held.arrived;
    server.connectionOf().answer.self.grants = { ...ALL_GRANTS, publish: ['video'] };
    held.release();
    await settled();
    expect(room.getLocalStreams().get('self')).toMatchObject({ isAudioEnabled: false, isVideoEnabled: true });
    expect(server.connectionOf().sent('publishStream')[0].producers).toMatchObject([{ kind: 'video' }]);
  });
});
