import { describe, expect, it } from 'vitest';
import { CpuStats } from '../../../../../src/engine/managers/limits/CpuStats.ts';
import type { DeviceConditions } from '../../../../../src/engine/managers/limits/DeviceConditions.ts';
import {
  BETTER_AFTER,
  DeviceLimits,
  STEPS,
  WORSE_AFTER,
} from '../../../../../src/engine/managers/limits/DeviceLimits.ts';
import type { StatsListener } from '../../../../../src/media/index.ts';
import { ManualClock } from '../../../../../src/testing/ManualClock.ts';

const FINE: DeviceConditions = { pressure: 'nominal', saveData: false, batteryLow: false };

/** A device in the test's hands. */
function setUp(first: Partial<DeviceConditions> = {}) {
  const clock = new ManualClock();
  const steps: number[] = [];
  let tell = (_: DeviceConditions) => {};
  const listeners = { send: new Set<StatsListener>(), receive: new Set<StatsListener>() };
  const stats = (direction: 'send' | 'receive') => ({
    subscribe: (listener: StatsListener) => {
      listeners[direction].add(listener);
      return () => void listeners[direction].delete(listener);
    },
  });
  const end = DeviceLimits.watch({
    environment: {
      ...clock,
      watchConditions: (listener) => {
        tell = listener;
        listener({ ...FINE, ...first });
        return () => {
          tell = () => {};
        };
      },
    },
    stats: { send: stats('send'), receive: stats('receive') },
    videos: { handleLimits: (told) => steps.push(STEPS.indexOf(told)) },
  });
  const device = (conditions: Partial<DeviceConditions>) => tell({ ...FINE, ...conditions });
  const report = (direction: 'send' | 'receive', stats: object) => {
    const report = new Map([['one', stats]]) as unknown as RTCStatsReport;
    for (const listener of listeners[direction]) listener(report, clock.now());
  };
  const read = () => listeners.send.size + listeners.receive.size;
  return { clock, end, steps, device, report, read };
}

describe('a device', () => {
  it('that is well has no limits, and needs no timer', async () => {
    const { clock, steps } = setUp();
    await clock.advance(60_000);
    expect(steps).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('whose processor is too busy gets less step by step, and more again slowly', async () => {
    const { clock, steps, device } = setUp();
    device({ pressure: 'serious' });
    await clock.advance(WORSE_AFTER - 1);
    expect(steps).toEqual([]);
    await clock.advance(1);
    expect(steps).toEqual([1]);
    await clock.advance(10 * WORSE_AFTER);
    expect(steps).toEqual([1, 2, 3]);
    device({ pressure: 'fair' });
    await clock.advance(BETTER_AFTER - 1);
    expect(steps).toHaveLength(3);
    await clock.advance(1);
    expect(steps).toEqual([1, 2, 3, 2]);
    await clock.advance(10 * BETTER_AFTER);
    expect(steps).toEqual([1, 2, 3, 2, 1, 0]);
    expect(clock.waiting).toBe(0);
  });

  it('that is busy for moments keeps what it has', async () => {
    const { clock, steps, device } = setUp();
    for (let moment = 0; moment < 20; moment += 1) {
      device({ pressure: moment % 2 === 0 ? 'critical' : 'nominal' });
      await clock.advance(WORSE_AFTER - 1);
    }
    expect(steps).toEqual([]);
  });

  it('that saves data or runs out of battery gets less at once, until that is over', () => {
    const { steps, device } = setUp({ saveData: true });
    device({ batteryLow: true });
    device({ batteryLow: true, saveData: true });
    device({});
    expect(steps).toEqual([2, 1, 2, 0]);
  });

  it('leaves nothing when it ends', async () => {
    const { clock, end, steps, device, read } = setUp({ pressure: null });
    device({ pressure: 'critical' });
    device({ pressure: null });
    end();
    device({ saveData: true });
    await clock.advance(60_000);
    expect([steps, clock.waiting, read()]).toEqual([[], 0, 0]);
  });
});

describe('where the browser does not tell of its processor', () => {
  it('its statistics do, and they are read only then', async () => {
    const { clock, steps, device, report, read } = setUp({ pressure: null });
    expect(read()).toBe(2);
    report('send', { type: 'outbound-rtp', qualityLimitationReason: 'cpu' });
    await clock.advance(WORSE_AFTER);
    expect(steps).toEqual([1]);
    report('send', { type: 'outbound-rtp', qualityLimitationReason: 'bandwidth' });
    await clock.advance(BETTER_AFTER);
    expect(steps).toEqual([1, 0]);
    device({});
    expect(read()).toBe(0);
  });

  const inbound = (totalDecodeTime: number, framesDecoded: number, framesDropped: number) =>
    new Map([
      ['v', { type: 'inbound-rtp', kind: 'video', totalDecodeTime, framesDecoded, framesDropped }],
    ]) as unknown as RTCStatsReport;

  it.each([
    ['decodes with ease', inbound(0.3, 60, 1), false],
    ['decodes nearly all the time', inbound(1.95, 60, 0), true],
    ['drops what it cannot decode', inbound(0.3, 40, 15), true],
    ['has hardly decoded anything', inbound(1.99, 3, 3), false],
    ['has lost a consumer with its numbers', inbound(0, 0, 0), false],
  ])('a device that %s in two seconds', (_what, after, hard) => {
    const cpu = new CpuStats();
    expect(cpu.receivingIsHard(inbound(0.1, 5, 0), 1_000)).toBe(false);
    expect(cpu.receivingIsHard(after, 3_000)).toBe(hard);
  });
});
