import { describe, expect, it } from 'vitest';
import { History } from '../../../../../src/engine/managers/history/History.ts';

function setUp(maxBytes?: number) {
  let now = 0;
  const history = new History(() => now, maxBytes);
  return {
    history,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the history', () => {
  it('keeps what happened and when, in order', () => {
    const { history, pass } = setUp();
    history.add('first');
    pass(5);
    history.add('second', { code: 'x', ms: 3, ok: true, none: null });
    expect(history.entries).toEqual([
      { at: 0, type: 'first', detail: null },
      { at: 5, type: 'second', detail: { code: 'x', ms: 3, ok: true, none: null } },
    ]);
    expect(history.dropped).toBe(0);
  });

  it('never takes more than its bytes, and forgets the oldest first', () => {
    const { history } = setUp(10_000);
    let most = 0;
    for (let number = 0; number < 5_000; number += 1) {
      history.add('entry', { number, text: 'x'.repeat(number % 100) });
      most = Math.max(most, history.bytes);
    }
    expect(most).toBeLessThanOrEqual(10_000);
    const numbers = history.entries.map(({ detail }) => detail?.number);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => 5_000 - numbers.length + index));
    expect(history.dropped + numbers.length).toBe(5_000);
  });

  it('cuts long texts, so that one entry never takes the place of all', () => {
    const { history } = setUp();
    history.add('long', { cause: 'x'.repeat(100_000), other: 'y'.repeat(100_000), short: 'z' });
    const detail = history.entries[0]?.detail;
    expect(String(detail?.cause)).toHaveLength(200);
    expect(String(detail?.other)).toHaveLength(200);
    expect(detail?.short).toBe('z');
  });

  it('costs next to nothing', () => {
    const { history } = setUp();
    const add = (count: number) => {
      const start = performance.now();
      for (let index = 0; index < count; index += 1)
        history.add('request', { method: 'subscribe', ms: index, outcome: 'ok' });
      return ((performance.now() - start) * 1e6) / count;
    };
    add(20_000);
    const nanoseconds = Math.min(...Array.from({ length: 5 }, () => add(20_000)));
    console.log(`${Math.round(nanoseconds)} ns for each entry`);
    // 50 ns on two slow cores; the limit is for a machine that is busy with everything else.
    expect(nanoseconds).toBeLessThan(5_000);
  });
});
