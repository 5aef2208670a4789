import { expect, it } from 'vitest';
import { TransportStats } from '../../../src/media/TransportStats.ts';
import { ManualClock } from '../../../src/testing/ManualClock.ts';
import { settled } from '../../../src/testing/settled.ts';

function setUp() {
  const clock = new ManualClock();
  let readings = 0;
  let closed = false;
  const transport = {
    getStats: async () => {
      if (closed) throw new Error('closed');
      readings += 1;
      return new Map([['reading', { id: `${readings}` }]]) as unknown as RTCStatsReport;
    },
  };
  return {
    clock,
    stats: new TransportStats(transport, clock),
    closeTransport: () => {
      closed = true;
    },
    readings: () => readings,
  };
}

it('is read once a second for everybody, and only while somebody listens', async () => {
  const { clock, stats, readings } = setUp();
  const heard: string[] = [];
  const listen = (who: string) =>
    stats.subscribe((report, now) => heard.push(`${who} ${report.get('reading').id} at ${now - start}`));
  const start = clock.now();
  const undo = [listen('a'), listen('b')];
  await clock.advance(2_500);
  expect(heard).toEqual(['a 1 at 0', 'b 1 at 0', 'a 2 at 1000', 'b 2 at 1000', 'a 3 at 2000', 'b 3 at 2000']);
  undo[0]?.();
  await clock.advance(1_000);
  undo[1]?.();
  await clock.advance(60_000);
  expect(readings()).toBe(4);
  expect(clock.waiting).toBe(0);
});

it('gives who comes within a second the next reading, not one more', async () => {
  const { clock, stats, readings } = setUp();
  const undo = stats.subscribe(() => {});
  await clock.advance(100);
  undo();
  const heard: number[] = [];
  stats.subscribe((_report, now) => heard.push(now));
  await clock.advance(899);
  expect(readings()).toBe(1);
  await clock.advance(1);
  expect(heard).toHaveLength(1);
});

it('answers a single question with what it has, if that is younger than a second', async () => {
  const { clock, stats, readings } = setUp();
  const reports = await Promise.all([stats.read(), stats.read()]);
  expect(reports[0]).toBe(reports[1]);
  await clock.advance(999);
  await stats.read();
  expect(readings()).toBe(1);
  await clock.advance(1);
  await stats.read();
  expect(readings()).toBe(2);
});

it('ends with its transport', async () => {
  const { clock, stats, closeTransport } = setUp();
  let heard = 0;
  stats.subscribe(() => {
    heard += 1;
  });
  await clock.advance(0);
  closeTransport();
  await clock.advance(5_000);
  expect(heard).toBe(1);
  expect(await stats.read()).toBeNull();
  expect(clock.waiting).toBe(0);
});

it('reads nothing more once it is closed, even for what was on its way', async () => {
  const { clock, stats } = setUp();
  let heard = 0;
  stats.subscribe(() => {
    heard += 1;
  });
  const advanced = clock.advance(0);
  stats.close();
  await advanced;
  await settled();
  expect(heard).toBe(0);
  expect(clock.waiting).toBe(0);
});
