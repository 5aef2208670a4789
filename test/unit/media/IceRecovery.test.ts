import { expect, it } from 'vitest';
import { IceRecovery } from '../../../src/media/IceRecovery.ts';
import { ManualClock } from '../../../src/testing/ManualClock.ts';
import { settled } from '../../../src/testing/settled.ts';

function setUp() {
  const clock = new ManualClock();
  let changed = () => {};
  const transport = {
    connectionState: 'new',
    closed: false,
    on: (_event: string, listener: () => void) => {
      changed = listener;
    },
    restarts: 0,
    restartIce: async () => {
      transport.restarts += 1;
    },
  };
  const told: unknown[] = [];
  const signalling = { request: async (method: string, data: object) => ({ method, data, iceParameters: {} }) };
  const recovery = new IceRecovery(transport as never, 'send', signalling as never, clock);
  recovery.watch({
    onPathLost: (attempt) => told.push(attempt),
    onPathFound: () => told.push('found'),
  });
  const become = (state: string) => {
    transport.connectionState = state;
    changed();
  };
  return { clock, transport, told, recovery, become };
}

it('a transport gets a moment to find its path again by itself', async () => {
  const { clock, transport, told, become } = setUp();
  become('connected');
  become('disconnected');
  await clock.advance(1_999);
  become('connected');
  await clock.advance(60_000);
  expect(transport.restarts).toBe(0);
  expect(told).toEqual(['found', 'found']);
});

it('ICE begins anew again and again, later each time, until there is a path', async () => {
  const { clock, transport, told, become } = setUp();
  become('disconnected');
  await clock.advance(2_000);
  expect(told).toEqual([1]);
  become('failed');
  await clock.advance(3_000);
  expect(told).toEqual([1, 2]);
  await clock.advance(4_500 + 6_750 + 8_000 + 8_000);
  expect(told).toEqual([1, 2, 3, 4, 5, 6]);
  expect(transport.restarts).toBe(6);
  become('connected');
  expect(told.at(-1)).toBe('found');
  expect(clock.timers).toEqual([]);
  become('disconnected');
  await clock.advance(2_000);
  expect(told.at(-1)).toBe(1);
});

it('another network makes ICE begin anew at once, whatever the transport looks like', async () => {
  const { transport, told, recovery, become } = setUp();
  recovery.networkChanged();
  await settled();
  expect(transport.restarts).toBe(0);
  become('connected');
  recovery.networkChanged();
  recovery.networkChanged();
  await settled();
  expect(transport.restarts).toBe(1);
  expect(told).not.toContain(1);
  become('disconnected');
  recovery.networkChanged();
  await settled();
  expect(transport.restarts).toBe(2);
  expect(told).toContain(1);
});

it('nothing is tried any more after the end', async () => {
  const { clock, transport, recovery, become } = setUp();
  become('disconnected');
  recovery.close();
  await clock.advance(60_000);
  expect(transport.restarts).toBe(0);
});
