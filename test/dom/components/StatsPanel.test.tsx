import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler } from 'react';
import { expect, it, vi } from 'vitest';
import { RoomProvider } from '../../../src/components/index.ts';
import { StatsPanel } from '../../../src/components/panels.ts';
import type { StreamStats } from '../../../src/engine/index.ts';
import { createFakeRoom } from '../../../src/testing/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { inRoom } from '../support/inRoom.tsx';

const reading = (bitrate: number): StreamStats => ({
  participantId: 'person-2',
  key: 'self',
  direction: 'inbound',
  audio: null,
  video: {
    kind: 'video',
    direction: 'inbound',
    bitrate,
    packets: 60,
    packetLoss: 0.012,
    jitter: 8.4,
    roundTripTime: null,
    codec: 'VP8',
    quality: 4,
    width: 1280,
    height: 720,
    framesPerSecond: 29.7,
    frozen: 0,
    limitation: null,
  },
});

it('writes each reading without a render', () => {
  const onRender = vi.fn();
  let tell: (stats: StreamStats) => void = () => {};
  const watchStream = (_id: string, _key: string, listener: typeof tell) => {
    tell = listener;
    return () => {};
  };
  render(
    inRoom(
      <Profiler id="stats" onRender={onRender}>
        <StatsPanel.Stream participantId="person-2" streamKey="self" />
      </Profiler>,
      roomOf([{ name: 'Ada' }, { name: 'Grace' }]),
      { stats: { watchStream, watchConnection: () => () => {} } },
    ),
  );
  const stream = screen.getByRole('article', { name: 'Grace' });
  expect(within(stream).queryByText('Picture')).not.toBeVisible();
  const before = onRender.mock.calls.length;
  tell(reading(1_200_000));
  const value = (name: string) => within(stream).getByText(name, { selector: '[data-kind=video] dt' }).nextSibling;
  expect(value('Resolution')).toHaveTextContent('1280 × 720');
  expect(value('Frame rate')).toHaveTextContent('30');
  expect(value('Bit rate')).toHaveTextContent('1,200 kb/s');
  expect(value('Packet loss')).toHaveTextContent('1.2%');
  expect(value('Round trip')).toHaveTextContent('–');
  expect(value('Codec')).toHaveTextContent('VP8');
  tell(reading(90_000));
  expect(value('Bit rate')).toHaveTextContent('90 kb/s');
  expect(onRender.mock.calls.length).toBe(before);
});

it('copies what happened in the room, and says how it went', async () => {
  const user = userEvent.setup();
  const { room } = createFakeRoom();
  render(
    <RoomProvider room={room}>
      <StatsPanel />
    </RoomProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(JSON.parse(await navigator.clipboard.readText())).toMatchObject({ status: 'initialized' });
  expect(screen.getByText('Copied')).toBeVisible();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(screen.getByText('The browser did not let it be copied.')).toBeVisible();
});
