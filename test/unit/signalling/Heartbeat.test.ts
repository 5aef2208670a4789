import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { Heartbeat } from '../../../src/signalling/Heartbeat.ts';

let asked: PromiseWithResolvers<unknown>[];
let dead: Mock<() => void>;
let heartbeat: Heartbeat;

/** Events of the browser that the page listens to. */
const browser = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
  asked = [];
  dead = vi.fn<() => void>();
  heartbeat = new Heartbeat(() => {
    const answer = Promise.withResolvers<unknown>();
    asked.push(answer);
    return answer.promise;
  }, dead);
});
afterEach(() => {
  heartbeat.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a socket', () => {
  it('is asked every 3 s, and lives as long as it answers, whatever it says', async () => {
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toHaveLength(1);
    asked[0]?.resolve({});
    await vi.advanceTimersByTimeAsync(3_000);
    asked[1]?.reject(new Error('too many requests'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toHaveLength(3);
    expect(dead).not.toHaveBeenCalled();
  });

  it('is dead when it does not answer for 4 s', async () => {
    await vi.advanceTimersByTimeAsync(6_999);
    expect(dead).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(dead).toHaveBeenCalledOnce();
  });

  it.each(['online', 'offline', 'pageshow'])('is asked at once, and more impatiently, on %s', async (event) => {
    browser.dispatchEvent(new Event(event));
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(dead).toHaveBeenCalledOnce();
  });

  it('gets another chance when the page slept: the answer may be next in its queue', async () => {
    await vi.advanceTimersByTimeAsync(3_000);
    // Timers ring late, all at once.
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 60_000);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(dead).not.toHaveBeenCalled();
    expect(asked).toHaveLength(2);
    vi.mocked(performance.now).mockRestore();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(dead).toHaveBeenCalledOnce();
  });

  it('is not asked any more after the end', async () => {
    heartbeat.close();
    await vi.advanceTimersByTimeAsync(60_000);
    browser.dispatchEvent(new Event('online'));
    expect(asked).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
