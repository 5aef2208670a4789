import { describe, expect, it } from 'vitest';
import { createFakeRoom } from '../../../src/testing/index.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

async function connected(options: Parameters<typeof createFakeRoom>[0] = {}) {
  const fake = createFakeRoom(options);
  await fake.connect();
  return { ...fake, events: recordEvents(fake.room) };
}

describe('people of a fake room', () => {
  it('are there at connected, or come in later', async () => {
    const { room, people } = await connected({ people: [{ name: 'Ada Lovelace' }] });
    expect([...room.getState().participants.keys()]).toEqual(['me', 'ada-lovelace']);
    await people.add({ name: 'Ada Lovelace' });
    await people.add({ id: 'x', microphone: null, camera: null });
    await people.add();
    expect(people.all.map(({ id }) => id)).toEqual(['ada-lovelace', 'ada-lovelace-2', 'x', 'person-4']);
    expect(room.getState().participants.get('x')?.streams).toEqual({});
    expect(() => people.get('nobody')).toThrow(/nobody called "nobody"; it knows ada-lovelace/);
  });

  it('may do what their token allows: everything unless told', async () => {
    const { room, people } = await connected();
    await people.add({ name: 'Ada' });
    await people.add({ name: 'Bob', grants: { publish: [] }, microphone: null, camera: null });
    const grantsOf = (id: string) => room.getState().participants.get(id)?.grants;
    expect(grantsOf('ada')?.publish).toEqual(['audio', 'video', 'presentation']);
    expect(grantsOf('bob')).toEqual({ ...grantsOf('ada'), publish: [] });
  });

  it('write, react and raise their hands', async () => {
    const { room, people, events } = await connected({ room: { enableMessages: true } });
    const ada = await people.add({ name: 'Ada', camera: null, microphone: null });
    await ada.write('Hello');
    await ada.write('psst', ['me']);
    await ada.react('🎉');
    await ada.raiseHand();
    expect(room.getState().raisedHands).toMatchObject([{ participantId: 'ada' }]);
    await ada.lowerHand();
    expect(room.getState().raisedHands).toEqual([]);
    expect(room.getState().chat).toMatchObject({
      messages: [
        { payload: 'Hello', name: 'Ada', recipients: null },
        { payload: 'psst', recipients: ['me'] },
      ],
      unread: 2,
    });
    expect(events.filter(([name]) => name === 'message_received' || name === 'reaction_received')).toEqual([
      ['message_received', 'ada', { type: 'text', payload: 'Hello' }, null],
      ['message_received', 'ada', { type: 'text', payload: 'psst' }, ['me']],
      ['reaction_received', 'ada', '🎉'],
    ]);
  });

  it('do what they are told, and the room shows it', async () => {
    const { room, people, events } = await connected({ room: { initialDemand: { audio: 0, video: 0 } } });
    const ada = await people.add({ name: 'Ada', context: 'desk', metadata: { badge: 1 }, camera: false });
    await ada.startCamera();
    await ada.mute();
    await ada.unmute();
    await ada.stopCamera();
    await ada.shareScreen();
    await ada.stopSharing();
    await ada.speak();
    await ada.stopSpeaking();
    await ada.censor('audio');
    await ada.censor('audio', false);
    await ada.rename('Countess');
    await ada.setConnection('reconnecting');
    expect(room.getState().participants.get('ada')).toMatchObject({ context: 'desk', connection: 'reconnecting' });
    await ada.leave('kicked');
    expect(events).toEqual([
      ['participant_joined', 'ada'],
      ['stream_published', 'ada', 'self'],
      ['track_enabled', 'ada', 'self', 'video'],
      ['track_disabled', 'ada', 'self', 'audio'],
      ['track_enabled', 'ada', 'self', 'audio'],
      ['track_disabled', 'ada', 'self', 'video'],
      ['stream_published', 'ada', 'presentation'],
      ['stream_unpublished', 'ada', 'presentation'],
      ['audio_activity', 'ada', 'self'],
      ['speaker_changed', ['ada']],
      ['audio_activity', 'ada', null],
      ['speaker_changed', []],
      ['track_censored', 'ada', 'self', 'audio'],
      ['track_uncensored', 'ada', 'self', 'audio'],
      ['participant_updated', 'ada'],
      ['participant_updated', 'ada'],
      ['participant_leaving', 'ada', 'kicked'],
      ['stream_unpublished', 'ada', 'self'],
      ['participant_left', 'ada'],
    ]);
    expect(people.all).toEqual([]);
  });

  it('publish what they had never published before', async () => {
    const { room, people } = await connected();
    const ada = await people.add({ id: 'ada', microphone: null, camera: null });
    await ada.startCamera();
    await ada.unmute();
    expect(room.getParticipantStream('ada', 'self')).toMatchObject({ isAudioEnabled: true, isVideoEnabled: true });
  });

  it('are heard as loud as they are said to be', async () => {
    const { room, people } = await connected({ people: [{ id: 'ada' }] });
    const levels: number[] = [];
    room.subscribeAudioLevel('ada', (level) => levels.push(level));
    await people.get('ada').setAudioLevel(0.4);
    await people.get('ada').speak();
    await people.silence();
    expect(levels).toEqual([0.4]);
    expect(room.getState().participants.get('ada')?.isSpeaking).toBe(false);
  });

  it('bring tracks of their own, of which the room stops a copy only', async () => {
    const made: string[] = [];
    const track = (name: string) => {
      const fake = Object.assign(new EventTarget(), { name, kind: 'video', readyState: 'live' });
      return Object.assign(fake, {
        clone: () => track(`copy of ${name}`),
        stop: () => Object.assign(fake, { readyState: 'ended' }),
      }) as unknown as MediaStreamTrack & { name: string };
    };
    const camera = track('camera');
    const { room, settle } = await connected({
      people: [{ id: 'ada', camera }],
      createTrack: (kind, { participantId, key }) => {
        made.push(`${participantId} ${key} ${kind}`);
        return track(kind);
      },
    });
    await room.addSubscription('ada', 'self', { audio: true, video: true });
    await settle();
    const received = room.getParticipantStream('ada', 'self')?.videoTrack;
    expect(received).toMatchObject({ name: 'copy of camera', readyState: 'live' });
    expect(made).toEqual(['ada self audio']);
    await room.disconnect();
    expect([received?.readyState, camera.readyState]).toEqual(['ended', 'live']);
  });
});

describe('faults of a fake room', () => {
  it('deny a device once, pull its plug, and plug it in again', async () => {
    const { room, faults, settle } = await connected();
    faults.denyDevice('camera');
    expect(await rejectionCode(room.devices.camera.enable())).toBe('device-permission-denied');
    faults.denyDevice('microphone', 'device-in-use');
    expect(await rejectionCode(room.devices.microphone.enable())).toBe('device-in-use');
    for (const device of ['camera', 'microphone', 'screen'] as const) {
      await room.devices[device].enable();
      await settle();
      expect(room.getState().devices[device].status).toBe('on');
      await faults.unplug(device);
      expect(room.getState().devices[device].status).toBe(device === 'screen' ? 'off' : 'failed');
    }
    for (const device of ['camera', 'microphone'] as const) {
      await faults.plugIn(device);
      expect(room.getState().devices[device].status).toBe('on');
    }
  });

  it('lose, resume and drop the connection', async () => {
    const { room, faults, events } = await connected();
    await room.addStream('self');
    await faults.loseConnection('no network');
    expect(room.getState().connection).toEqual({ status: 'reconnecting', attempt: 1, cause: 'no network' });
    await faults.resumeConnection();
    await faults.dropConnection();
    expect(room.getState().status).toBe('connected');
    expect([...room.getLocalStreams().keys()]).toEqual(['self']);
    expect(events.filter(([name]) => name === 'reconnecting' || name === 'reconnected').map(([name]) => name)).toEqual([
      'reconnecting',
      'reconnected',
      'reconnecting',
      'reconnected',
    ]);
  });

  it('end the connection for any reason', async () => {
    for (const [fault, reason] of [
      ['kick', 'kicked'],
      ['expireToken', 'unauthorized'],
    ] as const) {
      const { room, faults } = await connected();
      await faults[fault]();
      expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason });
    }
    const { room, faults } = await connected();
    await faults.disconnect('room_expired');
    expect(room.getState().connection).toMatchObject({ reason: 'room_expired' });
  });

  it('fill the room, and make place again', async () => {
    const { room, faults, connect } = createFakeRoom();
    faults.fillRoom();
    expect(await rejectionCode(connect())).toBe('room-full');
    faults.refuseJoins(null);
    await connect();
    expect(room.getState().status).toBe('connected');
    const small = createFakeRoom({ capacity: 1, people: [{}] });
    expect(await rejectionCode(small.connect())).toBe('room-full');
  });

  it('keep tokens from being renewed, until they can be', async () => {
    const { faults, events, advance } = await connected({ tokenLifetimeInMs: 10_000 });
    faults.failTokens();
    await advance(8_000);
    faults.failTokens(null);
    await advance(1_000);
    expect(events.map(([name]) => name)).toEqual(['token_refresh_failed', 'token_refreshed']);
  });

  it('freeze a picture, and stop media altogether until ICE gets through', async () => {
    const { room, people, faults, settle, advance } = await connected({ people: [{ id: 'ada' }] });
    await room.addSubscription('ada', 'self', { audio: false, video: true });
    await settle();
    const frames = async () => {
      const { video } = await room.getWebRTCStatsForStream('ada', 'self');
      return [...(video?.values() ?? [])].find(({ type }) => type === 'inbound-rtp')?.framesDecoded;
    };
    const before = await frames();
    await advance(1_000);
    expect(await frames()).toBe(before + 25);
    await people.get('ada').freezeVideo();
    await advance(1_000);
    expect(await frames()).toBe(before + 25);
    await people.get('ada').freezeVideo(false);
    expect(await frames()).toBe(before + 50);
    await faults.failIce();
    await advance(2_000);
    await faults.restoreIce();
    await advance(8_000);
    expect(room.getState().status).toBe('connected');
  });
});

describe('time of a fake room', () => {
  it('is the machine’s own where it should be, and cannot be moved then', async () => {
    const { room, connect, advance, people } = createFakeRoom({ time: 'real' });
    await connect();
    await people.add({ name: 'Ada' });
    expect(room.getState().participants.size).toBe(2);
    await expect(advance(1)).rejects.toThrow(/time: 'manual'/);
    await room.disconnect();
  });
});
