import { describe, expect, it } from 'vitest';
import type { Token } from '../../../../src/auth/index.ts';
import { TokenRenewal } from '../../../../src/engine/managers/TokenRenewal.ts';
import { roomError } from '../../../../src/errors/index.ts';
import { ManualClock } from '../../../../src/testing/ManualClock.ts';
import { settled } from '../../../../src/testing/settled.ts';

const LIFETIME = 100_000;

function setUp() {
  const clock = new ManualClock();
  const wakers = new Set<() => void>();
  const sleep = { wall: 0 };
  const state = { asked: 0, fails: false, known: { token: '0' } as Token, remaining: LIFETIME };
  const told: string[] = [];
  const renewal = new TokenRenewal({
    tokens: {
      renewable: true,
      get known() {
        return state.known;
      },
      get remaining() {
        return state.remaining;
      },
      fresh: async () => {
        state.asked += 1;
        if (state.fails) throw roomError('unreachable');
        state.known = { token: String(state.asked) } as Token;
        return state.known;
      },
    },
    signalling: { request: (async () => ({ tokenExpiresAt: LIFETIME, now: 0 })) as never },
    environment: {
      now: clock.now,
      setTimer: clock.setTimer,
      wallClock: () => clock.now() + sleep.wall,
      onWake: (callback) => {
        wakers.add(callback);
        return () => wakers.delete(callback);
      },
    },
    renewed: () => told.push('renewed'),
    failed: ({ code }) => told.push(code),
  });
  const wake = async () => {
    for (const waker of wakers) waker();
    await settled();
  };
  return { renewal, clock, state, told, sleep, wake, wakers };
}

describe('a token', () => {
  it('is renewed by 80 % of its lifetime, and not before 77 %', async () => {
    const { renewal, clock, state } = setUp();
    renewal.start(LIFETIME);
    await clock.advance(LIFETIME * 0.769);
    expect(state.asked).toBe(0);
    await clock.advance(LIFETIME * 0.032);
    expect(state.asked).toBe(1);
  });

  it('is renewed at once after a sleep in which its time came, be it by a late timer or by the word of the browser', async () => {
    const { renewal, clock, state, sleep, wake } = setUp();
    renewal.start(LIFETIME);
    await clock.advance(1_000);
    await wake();
    expect(state.asked).toBe(0);
    sleep.wall = LIFETIME;
    await wake();
    expect(state.asked).toBe(1);
    // The next time nobody tells: the clock is looked at each minute anyway.
    sleep.wall += LIFETIME;
    await clock.advance(60_000);
    expect(state.asked).toBe(2);
  });

  it('is asked for once, however often we wake meanwhile, and less and less often when nobody gives one', async () => {
    const { renewal, clock, state, told, wake } = setUp();
    state.fails = true;
    renewal.start(LIFETIME);
    await clock.advance(LIFETIME * 0.8);
    await Promise.all([wake(), wake(), wake()]);
    expect(state.asked).toBe(1);
    await clock.advance(LIFETIME * 0.2);
    expect(state.asked).toBeGreaterThan(3);
    expect(state.asked).toBeLessThan(8);
    expect(new Set(told)).toEqual(new Set(['unreachable']));
    await clock.advance(10 * LIFETIME);
    await wake();
    expect(state.asked).toBeLessThan(8);
    expect(clock.timers).toEqual([]);
  });

  it('that came with a mended connection is renewed by its own lifetime', async () => {
    const { renewal, clock, state } = setUp();
    renewal.start(LIFETIME);
    await clock.advance(LIFETIME * 0.5);
    state.known = { token: 'of the resume' } as Token;
    renewal.handleResumed();
    await clock.advance(LIFETIME * 0.5);
    expect(state.asked).toBe(0);
    await clock.advance(LIFETIME * 0.31);
    expect(state.asked).toBe(1);
  });

  it('is forgotten with its connection', async () => {
    const { renewal, clock, state, wakers } = setUp();
    renewal.start(LIFETIME);
    renewal.close();
    await clock.advance(2 * LIFETIME);
    expect(state.asked).toBe(0);
    expect(clock.timers).toEqual([]);
    expect(wakers.size).toBe(0);
  });
});
