import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStreamVideo } from '../../../src/hooks/index.ts';
import { createStaticRoomStore } from '../../../src/store/index.ts';
import { videoTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { FakeMediaStream, playedBy } from '../../support/dom/FakeMediaStream.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { RecordedDemands } from '../../support/dom/RecordedDemands.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

function Video({ id = 'a', streamKey = 'self', shown = true }: { id?: string; streamKey?: string; shown?: boolean }) {
  const { videoProps, hasVideo } = useStreamVideo(id, streamKey);
  return shown ? <video {...videoProps} data-has-video={hasVideo} /> : null;
}

function Pinned({ priority }: { priority?: number }) {
  const { videoProps } = useStreamVideo('a', 'self', priority === undefined ? {} : { priority });
  return <video {...videoProps} />;
}

async function setUp() {
  const server = new FakeRoomServer();
  for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
  const test = createTestRoom(server);
  await test.room.connect();
  const me = server.room.participants.get('me');
  const wrapper = inRoom(test);
  const frame = () => act(() => test.clock.frame());
  const element = () => document.querySelector('video') as HTMLVideoElement;
  return { ...test, server, me, wrapper, frame, element };
}

/** The same room, with its demands recorded instead of met. */
async function recorded() {
  const test = await setUp();
  const demands = new RecordedDemands();
  const { subscribeDemand } = demands;
  const store = createStaticRoomStore(test.room.getState(), { subscribeDemand });
  return { ...test, demands, wrapper: inRoom({ store }) };
}

beforeEach(() => void vi.stubGlobal('MediaStream', FakeMediaStream));
afterEach(() => void vi.unstubAllGlobals());

describe('the element on the page', () => {
  it('is the subscription: its track comes, and plays without sound', async () => {
    const { wrapper, frame, element, me, room } = await setUp();
    render(<Video />, { wrapper });
    await frame();
    expect(me?.consumerOf('a', 'video')?.paused).toBe(false);
    expect(playedBy(element())).toBe(room.getParticipantStream('a', 'self')?.videoTrack);
    expect(element()).toHaveAttribute('data-has-video', 'true');
    expect(element()).toMatchObject({ autoplay: true, muted: true });
    expect(me?.consumerOf('a', 'audio')).toBeUndefined();
  });

  it('asks once, however often StrictMode mounts it', async () => {
    const { wrapper, demands } = await recorded();
    const { unmount } = render(
      <StrictMode>
        <Video />
      </StrictMode>,
      { wrapper },
    );
    expect(demands.current).toEqual([{ participantId: 'a', key: 'self', kind: 'video', visible: true }]);
    expect(demands.made).toBeGreaterThan(1);
    unmount();
    expect(demands.current).toEqual([]);
  });

  it('gone from the page is not wanted any more, and back again is', async () => {
    const { wrapper, frame, me, clock } = await setUp();
    const { rerender, unmount } = render(<Video />, { wrapper });
    await frame();
    rerender(<Video shown={false} />);
    await act(() => clock.advance(500));
    expect(me?.consumerOf('a', 'video')?.paused).toBe(true);
    rerender(<Video />);
    await frame();
    expect(me?.consumerOf('a', 'video')?.paused).toBe(false);
    unmount();
    await frame();
    expect(me?.consumerOf('a', 'video')?.paused).toBe(true);
  });

  it('stops playing when it goes', async () => {
    const { wrapper, frame, element } = await setUp();
    const { unmount } = render(<Video />, { wrapper });
    await frame();
    const video = element();
    unmount();
    expect(video.srcObject).toBeNull();
  });

  it('keeps its demand when its track arrives, changes or goes off for a while', async () => {
    const { wrapper, frame, element, server, room } = await setUp();
    const subscribeDemand = vi.spyOn(room, 'subscribeDemand');
    render(<Video />, { wrapper });
    subscribeDemand.mockClear();
    await frame();
    const track = playedBy(element());
    expect(track).not.toBeNull();
    server.room.set('a', 'video', { enabled: false });
    await frame();
    expect(playedBy(element())).toBeNull();
    expect(element()).toHaveAttribute('data-has-video', 'false');
    server.room.set('a', 'video', { enabled: true });
    await frame();
    expect(playedBy(element())).toBe(track);
    expect(subscribeDemand).not.toHaveBeenCalled();
  });

  it('shows no picture of a censored video', async () => {
    const { wrapper, frame, element, server } = await setUp();
    render(<Video />, { wrapper });
    await frame();
    server.room.set('a', 'video', { censored: true });
    await frame();
    expect(playedBy(element())).toBeNull();
    expect(element()).toHaveAttribute('data-has-video', 'false');
  });

  it('follows when it is to show somebody else', async () => {
    const { wrapper, demands } = await recorded();
    const { rerender } = render(<Video id="a" />, { wrapper });
    rerender(<Video id="b" />);
    expect(demands.current.map(({ participantId }) => participantId)).toEqual(['b']);
  });

  it('has the priority that it is given, without asking anew when that changes', async () => {
    const { wrapper, demands } = await recorded();
    const { rerender } = render(<Pinned priority={255} />, { wrapper });
    const { made } = demands;
    expect(demands.current).toMatchObject([{ participantId: 'a', priority: 255 }]);
    rerender(<Pinned priority={1} />);
    expect(demands.current).toMatchObject([{ priority: 1 }]);
    rerender(<Pinned />);
    expect(demands.current[0]?.priority).toBeUndefined();
    expect(demands.made).toBe(made);
  });

  it('wants nothing of who publishes nothing, or is not there', async () => {
    const { wrapper, demands } = await recorded();
    render(<Video id="nobody" />, { wrapper });
    render(<Video id="a" streamKey="presentation" />, { wrapper });
    expect(demands.made).toBe(0);
  });

  it('shows our own track without asking the server for it', async () => {
    const { wrapper, element, room, connection } = await setUp().then((test) => ({
      ...test,
      connection: test.server.connectionOf(),
    }));
    const track = videoTrack();
    await room.addStream('self', { video: track });
    render(<Video id="me" />, { wrapper });
    await act(() => settled());
    expect(playedBy(element())).toBe(track);
    expect(connection.sent('subscribe')).toEqual([]);
  });
});
