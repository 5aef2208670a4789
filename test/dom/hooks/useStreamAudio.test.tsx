import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useStreamAudio } from '../../../src/hooks/index.ts';
import { audioTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { FakeMediaStream, playedBy } from '../../support/dom/FakeMediaStream.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

function Sound({ id }: { id: string }) {
  const { audioProps } = useStreamAudio(id);
  return <audio {...audioProps} />;
}

async function setUp() {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'a', streams: [{}] });
  const test = createTestRoom(server);
  await test.room.connect();
  const element = () => document.querySelector('audio') as HTMLAudioElement;
  return { ...test, server, me: server.room.participants.get('me'), element, wrapper: inRoom(test) };
}

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeMediaStream);
  // jsdom plays nothing.
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('an element that is mounted plays the stream, and stops with it', async () => {
  const { clock, me, room, element, wrapper, server } = await setUp();
  const { unmount } = render(<Sound id="a" />, { wrapper });
  await act(() => clock.frame());
  expect(server.connectionOf().sent('subscribe')).toHaveLength(1);
  expect(me?.consumerOf('a', 'audio')?.paused).toBe(false);
  expect(me?.consumerOf('a', 'video')).toBeUndefined();
  const audio = element();
  expect(audio.autoplay).toBe(true);
  expect(playedBy(audio)).toBe(room.getParticipantStream('a', 'self')?.audioTrack);
  unmount();
  await act(() => clock.frame());
  expect(audio.srcObject).toBeNull();
  expect(me?.consumerOf('a', 'audio')?.paused).toBe(true);
});

it('our own voice is not asked of the server', async () => {
  const { room, server, clock, wrapper } = await setUp();
  await room.addStream('self', { audio: audioTrack() });
  render(<Sound id="me" />, { wrapper });
  await act(() => clock.frame());
  await act(() => settled());
  expect(server.connectionOf().sent('subscribe')).toEqual([]);
});
