import { describe, expect, it } from 'vitest';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { recordEvents } from '../../support/engine/recordEvents.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

function setUp({ record = true, server = new FakeRoomServer() } = {}) {
  const test = createTestRoom(server, { clientToken: clientToken({ grants: { ...ALL_GRANTS, record } }) });
  const events = recordEvents(test.room);
  const recorded = () => events.filter(([name]) => name === 'recording_changed').map(([, active]) => active);
  const asked = () =>
    server
      .connectionOf()
      .requests.map(({ method }) => method)
      .filter((method) => method.endsWith('Recording'));
  return { ...test, server, recorded, asked, isRecording: () => test.room.getState().isRecording };
}

describe('the recording of a room', () => {
  it('is started and stopped by who may, and everybody is told once', async () => {
    const { room, recorded, asked, isRecording } = setUp();
    await room.connect();
    expect(isRecording()).toBe(false);
    await room.recording.start();
    await room.recording.start();
    await settled();
    expect(isRecording()).toBe(true);
    await room.recording.stop();
    await settled();
    expect(isRecording()).toBe(false);
    expect(recorded()).toEqual([true, false]);
    expect(asked()).toEqual(['startRecording', 'startRecording', 'stopRecording']);
  });

  it('is known at connected to who comes later, who is told of no beginning', async () => {
    const { room, server, recorded, isRecording } = setUp();
    server.room.setRecording(true);
    await room.connect();
    expect(isRecording()).toBe(true);
    expect(recorded()).toEqual([]);
    server.room.setRecording(false);
    await settled();
    expect(recorded()).toEqual([false]);
  });

  it('that ended while the connection was lost is told when it is back', async () => {
    const { room, server, recorded, isRecording } = setUp();
    await room.connect();
    server.room.setRecording(true);
    await settled();
    server.connectionOf().lose('the test');
    server.room.setRecording(false);
    await expect.poll(() => room.getState().status).toBe('connected');
    expect(isRecording()).toBe(false);
    expect(recorded()).toEqual([true, false]);
  });

  it('is none of a room that is left', async () => {
    const { room, server, recorded, isRecording } = setUp();
    server.room.setRecording(true);
    await room.connect();
    await room.disconnect();
    expect(isRecording()).toBe(false);
    expect(recorded()).toEqual([]);
    expect(await rejectionCode(room.recording.start())).toBe('not-connected');
  });

  it('is not for those without the grant: nothing is asked', async () => {
    const { room, asked } = setUp({ record: false });
    await room.connect();
    await expect(room.recording.start()).rejects.toThrow(/grant "record"/);
    expect(await rejectionCode(room.recording.stop())).toBe('not-allowed');
    expect(asked()).toEqual([]);
  });
});
