import { describe, expect, it } from 'vitest';
import { FakeAudioElement } from '../../../src/testing/media/FakeAudio.ts';
import { audioTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

async function setUp() {
  const server = new FakeRoomServer();
  for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
  const test = createTestRoom(server);
  const trackOf = (id: string) => test.room.getParticipantStream(id, 'self')?.audioTrack;
  const mixed = () => test.audio.contexts[0]?.mixed;
  const read = async () => {
    const track = test.room.getState().mixedAudioTrack;
    await test.clock.frame();
    return track;
  };
  return { ...test, server, trackOf, mixed, read };
}

describe('the mixed audio', () => {
  it('is made when it is read in a room, and by nothing else', async () => {
    const { room, audio, clock, read } = await setUp();
    expect(room.getState().mixedAudioTrack).toBeUndefined();
    await room.connect();
    room.devices.camera.enable().catch(() => {});
    await clock.frame();
    expect({ ...room.getState() }).not.toHaveProperty('mixedAudioTrack');
    expect(JSON.stringify(Object.keys(room.getState()))).not.toContain('mixed');
    expect(audio.contexts).toEqual([]);
    const track = await read();
    expect(track?.kind).toBe('audio');
    expect(audio.contexts).toHaveLength(1);
    expect(await read()).toBe(track);
    expect(audio.contexts).toHaveLength(1);
  });

  it('has everybody else in it, whoever comes and goes, and nobody is heard by it alone', async () => {
    const { room, server, audio, clock, read, mixed, trackOf } = await setUp();
    await room.connect();
    await room.addStream('self', { audio: audioTrack() });
    await read();
    expect(mixed()).toEqual(new Set([trackOf('a'), trackOf('b')]));
    expect(audio.heard).toEqual([]);
    server.room.enter({ id: 'c', streams: [{}, { key: 'presentation' }] });
    server.room.leave('a');
    await clock.frame();
    await clock.frame();
    expect(mixed()?.size).toBe(3);
    expect(mixed()).toContain(trackOf('b'));
    server.room.unpublish('c', 'presentation');
    await clock.frame();
    expect(mixed()).toEqual(new Set([trackOf('b'), trackOf('c')]));
  });

  it('ends with the connection, and is made anew for the next one', async () => {
    const { room, server, audio, clock, read, mixed } = await setUp();
    await room.connect();
    const track = await read();
    server.lose();
    await settled();
    await clock.frame();
    expect(await read()).toBe(track);
    expect(mixed()?.size).toBe(2);
    await room.disconnect();
    expect(track?.readyState).toBe('ended');
    expect(audio.contexts[0]?.state).toBe('closed');
    expect(mixed()?.size).toBe(0);
    expect(room.getState().mixedAudioTrack).toBeUndefined();
    await room.connect();
    const next = await read();
    expect(next).not.toBe(track);
    expect(audio.contexts[1]?.mixed.size).toBe(2);
  });

  it('goes on after an interruption', async () => {
    const { room, audio, read } = await setUp();
    await room.connect();
    await read();
    const [context] = audio.contexts;
    expect(context?.state).toBe('running');
    context?.become('interrupted');
    await settled();
    expect(context?.state).toBe('running');
    await room.disconnect();
    expect(context?.state).toBe('closed');
  });

  it('that is played silences its parts, so that nobody is heard twice', async () => {
    const { room, audio, read, trackOf } = await setUp();
    await room.connect();
    const mix = (await read()) as MediaStreamTrack;
    const stop = room.audio.play(trackOf('a') as MediaStreamTrack);
    await settled();
    expect(audio.heard).toEqual([trackOf('a')]);

    const own = new FakeAudioElement(audio);
    audio.elements.push(own);
    own.srcObject = audio.createStream(mix);
    const detach = room.audio.attach(own as unknown as HTMLAudioElement);
    await settled();
    expect(audio.heard).toEqual([mix]);
    room.audio.play(trackOf('b') as MediaStreamTrack);
    await settled();
    expect(audio.heard).toEqual([mix]);

    own.pause();
    await settled();
    expect(new Set(audio.heard)).toEqual(new Set([trackOf('a'), trackOf('b')]));
    await own.play();
    expect(audio.heard).toEqual([mix]);
    detach();
    own.pause();
    expect(audio.heard).toHaveLength(2);
    stop();
    expect(audio.heard).toEqual([trackOf('b')]);
  });

  it('is nothing where there is no Web Audio', async () => {
    const { room, audio } = await setUp();
    audio.createContext = () => null as never;
    await room.connect();
    expect(room.getState().mixedAudioTrack).toBeUndefined();
  });
});
