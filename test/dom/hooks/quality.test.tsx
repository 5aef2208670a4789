import { act, render, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import type { QualityLevel, StreamStats } from '../../../src/engine/index.ts';
import { useConnectionQuality, useStats } from '../../../src/hooks/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { receiving } from '../../support/media/reports.ts';

async function setUp() {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'ada', streams: [{}] });
  const test = createTestRoom(server, { initialDemand: { audio: 1, video: 0 } });
  const { room, clock, media } = test;
  await room.connect();
  await clock.frame();
  let reads = 0;
  // No video: while one flows it is read whether it freezes.
  const audio = room.getParticipantStream('ada', 'self')?.audioTrack?.id as string;
  const received = receiving(audio, 'audio', (second) => ({
    packetsReceived: second * 100,
    bytesReceived: second * 50_000,
  }));
  for (const transport of media.transports) {
    const getStats = transport.direction === 'recv' ? received : async () => new Map() as never;
    transport.getStats = () => {
      reads += 1;
      return getStats();
    };
  }
  const tell = (participants: [string, QualityLevel][]) =>
    act(async () => {
      const data = { participants, producers: [], consumers: [] };
      server.connectionOf().notify({ method: 'qualityChanged', data });
      await settled();
    });
  const pass = (ms: number) => act(() => clock.advance(ms));
  return { ...test, server, wrapper: inRoom({ room }), tell, pass, reads: () => reads };
}

function Own() {
  return <b>{useConnectionQuality('me')}</b>;
}

interface MeterProps {
  readonly onRender: (latest: { readonly current: StreamStats | null }) => void;
  readonly onStats: (stats: StreamStats) => void;
}

function Meter({ onRender, onStats }: MeterProps) {
  onRender(useStats('ada', 'self', onStats));
  return null;
}

describe('useConnectionQuality', () => {
  it('is the level of somebody, and renders only when that changes', async () => {
    const { wrapper, tell, pass, reads } = await setUp();
    let renders = 0;
    const { result } = renderHook(
      () => {
        renders += 1;
        return useConnectionQuality('ada');
      },
      { wrapper },
    );
    expect(result.current).toBe(5);
    await tell([['ada', 2]]);

    expect(result.current).toBe(2);
    await tell([['ada', 2]]);
    await tell([['me', 1]]);
    // StrictMode renders twice each time.
    expect(renders).toBe(2 * 2);
    await pass(5_000);
    // Of others the SFU tells: nothing is read.
    expect(reads()).toBe(0);
  });

  it('is the worst while somebody is reconnecting, and null for who is not there', async () => {
    const { wrapper, server } = await setUp();
    const { result } = renderHook(() => [useConnectionQuality('ada'), useConnectionQuality('nobody')], { wrapper });
    const ada = server.room.participants.get('ada');
    if (!ada) throw new Error('Ada is missing.');
    await act(async () => {
      const participant = { ...ada.info, connection: 'reconnecting' as const };
      server.connectionOf().notify({ method: 'participantUpdated', data: { participant } });
      await settled();
    });
    expect(result.current).toEqual([0, null]);
  });

  it('has our own measured while it is mounted, once a second, however often StrictMode mounts it', async () => {
    const { wrapper: Room, pass, reads } = await setUp();
    const shown = render(
      <StrictMode>
        <Room>
          <Own />
          <Own />
        </Room>
      </StrictMode>,
    );
    await pass(2_500);
    // Two transports, at 0, 1 and 2 seconds.
    expect(reads()).toBe(6);
    shown.unmount();
    await pass(5_000);
    expect(reads()).toBe(6);
  });
});

describe('useStats', () => {
  it('gives each reading to the callback and the ref without a render, and reads only while it is mounted', async () => {
    const { wrapper: Room, pass, reads } = await setUp();
    let renders = 0;
    const heard: StreamStats[] = [];
    let latest: { current: StreamStats | null } = { current: null };
    const onRender = (ref: typeof latest) => {
      renders += 1;
      latest = ref;
    };
    const tree = (name: string) => (
      <StrictMode>
        <Room>
          <Meter onRender={onRender} onStats={(stats) => heard.push({ ...stats, key: name })} />
        </Room>
      </StrictMode>
    );
    const { rerender, unmount } = render(tree('first'));
    const rendered = renders;
    await pass(2_500);
    expect(renders).toBe(rendered);
    expect(reads()).toBe(3);
    expect(heard).toHaveLength(3);
    expect(latest.current?.audio).toMatchObject({ bitrate: 400_000, quality: 5 });
    // The latest callback hears it, and nothing is read anew for it.
    rerender(tree('second'));
    await pass(1_000);
    expect(heard.map(({ key }) => key)).toEqual(['first', 'first', 'first', 'second']);
    expect(reads()).toBe(4);
    unmount();
    await pass(5_000);
    expect(reads()).toBe(4);
  });
});
