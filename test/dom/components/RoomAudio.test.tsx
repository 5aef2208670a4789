import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RoomAudio } from '../../../src/components/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

async function setUp() {
  const server = new FakeRoomServer();
  for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
  const test = createTestRoom(server);
  await test.room.connect();
  const frame = () => act(() => test.clock.frame());
  const trackOf = (id: string) => test.room.getParticipantStream(id, 'self')?.audioTrack;
  return { ...test, server, frame, trackOf, wrapper: inRoom(test) };
}

describe('the sound of a room', () => {
  it('is everybody else, once each, and shows nothing', async () => {
    const { audio, trackOf, frame, wrapper } = await setUp();
    const { listeners } = audio;
    const { unmount } = render(<RoomAudio />, { wrapper });
    await frame();
    expect(new Set(audio.heard)).toEqual(new Set([trackOf('a'), trackOf('b')]));
    expect(audio.heard).toHaveLength(2);
    expect(document.body).toHaveTextContent('');
    expect(document.querySelector('audio')).toBeNull();
    unmount();
    expect(audio.heard).toEqual([]);
    expect(audio.listeners).toBe(listeners);
  });

  it('follows those who come and go, by the same elements', async () => {
    const { audio, server, trackOf, frame, wrapper } = await setUp();
    render(<RoomAudio />, { wrapper });
    await frame();
    const made = audio.elements.length;
    for (let times = 0; times < 20; times += 1) {
      await act(async () => {
        server.room.leave('b');
        server.room.enter({ id: 'b', streams: [{}] });
      });
      await frame();
    }
    expect(new Set(audio.heard)).toEqual(new Set([trackOf('a'), trackOf('b')]));
    expect(audio.elements.length).toBeLessThanOrEqual(made + 1);
  });

  it('asks for each stream while it is mounted', async () => {
    const { server, frame, wrapper } = await setUp();
    const { unmount } = render(<RoomAudio />, { wrapper });
    await frame();
    const consumer = () => server.room.participants.get('me')?.consumerOf('a', 'audio');
    expect(consumer()?.paused).toBe(false);
    unmount();
    await frame();
    expect(consumer()?.paused).toBe(true);
  });

  it('offers a click where the browser wants one first', async () => {
    const { audio, frame, wrapper } = await setUp();
    audio.allowed = false;
    const { container } = render(
      <>
        <RoomAudio />
        <RoomAudio.Unblock />
      </>,
      { wrapper },
    );
    expect(container).toBeEmptyDOMElement();
    await frame();
    expect(audio.heard).toEqual([]);
    const button = await screen.findByRole('button', { name: 'Play sound' });
    audio.allowed = true;
    await userEvent.click(button);
    expect(screen.queryByRole('button')).toBeNull();
    expect(audio.heard).toHaveLength(2);
  });
});
