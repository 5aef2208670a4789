import { describe, expect, it } from 'vitest';
import { leastLoaded } from '../../src/sfu/leastLoaded.ts';
import { WorkerLoad } from '../../src/sfu/WorkerLoad.ts';

/** A worker that has used so much of its core for a while. */
function worker(share: number, rooms = 0) {
  const load = new WorkerLoad();
  for (let second = 0; second <= 20; second += 1) {
    load.measured({ ru_utime: second * share * 900, ru_stime: second * share * 100 }, second * 1_000);
  }
  return { load, rooms };
}

describe('the load of a worker', () => {
  it('is the share of a core that its process uses', () => {
    expect(worker(0.4).load.share).toBeCloseTo(0.4, 2);
  });

  it('counts who has just come, until that is measured', () => {
    const { load } = worker(0.4);
    for (let people = 0; people < 40; people += 1) load.taken();
    expect(load.share).toBeCloseTo(0.6, 2);
    for (let second = 21; second <= 40; second += 1) {
      load.measured({ ru_utime: second * 400, ru_stime: 0 }, second * 1_000);
    }
    expect(load.share).toBeCloseTo(0.4, 2);
  });
});

describe('the least loaded worker', () => {
  it('is the one with the most CPU left, however many rooms it has', () => {
    const [busy, idle] = [worker(0.7, 1), worker(0.2, 9)];
    expect(leastLoaded([busy, idle])).toBe(idle);
  });

  it('is the one with the fewest rooms of those that are as good as equal', () => {
    const [one, two, busy] = [worker(0.22, 4), worker(0.24, 3), worker(0.5, 0)];
    expect(leastLoaded([one, two, busy])).toBe(two);
  });

  it('is nobody where there is none', () => {
    expect(leastLoaded([])).toBeNull();
  });
});
