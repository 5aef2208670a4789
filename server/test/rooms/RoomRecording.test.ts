import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYER_HOLD_MS } from '../../src/rooms/ProducerDemands.ts';
import { unpublishStream } from '../../src/rooms/publishing.ts';
import { setRecording } from '../../src/rooms/setRecording.ts';
import { offersTold, publish, TestRooms, told } from './support/TestRooms.ts';

let rooms: TestRooms;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  rooms = new TestRooms();
});

afterEach(() => vi.useRealTimers());

const running = () => rooms.recorder.running;

describe('a room that is recorded', () => {
  it('records each track while it is there', async () => {
    const ada = await rooms.entered({ id: 'ada' });
    ada.room.recording.begin(true);
    await publish(ada, 'self', ['audio', 'video']);
    await publish(ada, 'presentation', ['video']);
    expect(running()).toEqual(['ada self audio', 'ada self video', 'ada presentation video']);
    unpublishStream(ada.room, ada.participant, 'self');
    expect(running()).toEqual(['ada presentation video']);
    ada.room.remove(ada.participant, 'left', null);
    expect(running()).toEqual([]);
  });

  it('stops when everybody is sent away', async () => {
    const ada = await rooms.entered();
    ada.room.recording.begin(true);
    await publish(ada, 'self', ['audio']);
    await ada.room.end('session_terminated');
    expect(running()).toEqual([]);
  });

  it('begins and ends in the middle when it is turned on and off', async () => {
    const ada = await rooms.entered({ id: 'ada' });
    ada.room.recording.begin(false);
    await publish(ada, 'self', ['audio']);
    expect(running()).toEqual([]);
    rooms.rooms.setRecording(rooms.roomId, true);
    rooms.rooms.setRecording(rooms.roomId, true);
    expect(running()).toEqual(['ada self audio']);
    rooms.rooms.setRecording(rooms.roomId, false);
    expect(running()).toEqual([]);
    expect(rooms.recorder.recordings).toHaveLength(1);
    rooms.rooms.setRecording('no such room', true);
  });

  it('is told by what was changed, not by what somebody who joins has read before', async () => {
    const ada = await rooms.entered();
    ada.room.recording.begin(false);
    rooms.rooms.setRecording(rooms.roomId, true);
    ada.room.recording.begin(false);
    await publish(ada, 'self', ['audio']);
    expect(running()).toHaveLength(1);
  });

  it('tells everybody when it is turned on and off, and not what the setting was from the start', async () => {
    const [ada, bob] = [await rooms.entered(), await rooms.entered()];
    ada.room.recording.begin(true);
    rooms.rooms.setRecording(rooms.roomId, true);
    rooms.rooms.setRecording(rooms.roomId, false);
    rooms.rooms.setRecording(rooms.roomId, true);
    for (const one of [ada, bob]) {
      expect(told(one, 'recordingChanged')).toMatchObject([{ active: false }, { active: true }]);
    }
  });

  it('is started and stopped by a participant with the grant, and by nobody without', async () => {
    const [host, bob] = [await rooms.entered({ grants: { record: true } }), await rooms.entered()];
    const { room } = host;
    room.recording.begin(false);
    await publish(bob, 'self', ['audio']);
    setRecording(room, host.participant, true);
    expect(running()).toHaveLength(1);
    expect(() => setRecording(room, bob.participant, false)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
    expect(running()).toHaveLength(1);
    setRecording(room, host.participant, false);
    expect(running()).toEqual([]);
  });

  it('is what the setting says again when the session is over', async () => {
    const ada = await rooms.entered({ grants: { record: true } });
    ada.room.recording.begin(false);
    setRecording(ada.room, ada.participant, true);
    await ada.room.end('session_terminated');
    ada.room.recording.begin(false);
    expect(ada.room.recording.active).toBe(false);
  });

  it('says of which session a track is, and taps it in the media of the room', async () => {
    const ada = await rooms.entered();
    ada.room.recording.begin(true);
    const [audio] = await publish(ada, 'self', ['audio']);
    const { track } = rooms.recorder.recordings[0] ?? {};
    expect(await track?.session).toBe((await ada.answer).sessionId);
    await track?.openTap({ port: 5000, onResumed: () => {}, onReport: () => {} });
    expect(rooms.media.rooms[0]?.taps).toMatchObject([{ producerId: audio?.id, port: 5000 }]);
  });

  it('has its senders send the highest layer though nobody looks', async () => {
    const ada = await rooms.entered({ id: 'ada' });
    ada.room.recording.begin(true);
    const [video] = await publish(ada, 'self', ['video'], 3);
    await offersTold();
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(told(ada, 'producersWanted')).toMatchObject([{ producers: [{ id: video?.id, spatialLayer: 2 }] }]);
    rooms.rooms.setRecording(rooms.roomId, false);
    await offersTold();
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(told(ada, 'producersWanted').at(-1)).toMatchObject({ producers: [{ id: video?.id, spatialLayer: null }] });
  });
});
