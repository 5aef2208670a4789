import { describe, expect, it } from 'vitest';
import { KindSubscription } from '../../../../../src/engine/managers/subscriptions/KindSubscription.ts';
import {
  GRACE,
  OFFSCREEN_DELAY,
  planKind as plan,
  SMALLER_DELAY,
} from '../../../../../src/engine/managers/subscriptions/planKind.ts';
import { videoTrack } from '../../../../../src/testing/media/FakeTrack.ts';

const NOW = 1000;
const BEST = { spatialLayer: 2, temporalLayer: 2, priority: 80 };

function planKind(kind: KindSubscription, now: number, allowed: boolean) {
  kind.note(now);
  return plan(kind, now, allowed);
}

function subscription(change: Partial<KindSubscription> = {}): KindSubscription {
  const info = { producerId: 'p', enabled: true, censored: false, width: 1280, height: 720, spatialLayers: 3 };
  return Object.assign(new KindSubscription('video'), { info }, change);
}

function wanted(more = {}): KindSubscription {
  const kind = subscription();
  kind.demands.add({ participantId: 'a', key: 'self', kind: 'video', ...more });
  return kind;
}

const there = { consumerId: 'c', track: videoTrack() };

describe('planKind without a consumer', () => {
  it('subscribes to what is wanted, in its layer', () => {
    expect(planKind(wanted({ width: 160, height: 90 }), NOW, true)).toEqual({ step: 'subscribe', layer: 0 });
  });

  it.each([
    ['nobody wants it', subscription()],
    ['it is out of sight', wanted({ visible: false })],
    ['it is not published', Object.assign(wanted(), { info: null })],
    ['it was asked for already', Object.assign(wanted(), { requested: true })],
  ])('does nothing when %s', (_why, kind) => {
    expect(planKind(kind, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: null });
  });

  it('does nothing when the token does not allow it', () => {
    expect(planKind(wanted(), NOW, false)).toEqual({ step: 'nothing', lookAgainAt: null });
  });
});

describe('planKind with a consumer', () => {
  it('starts what is wanted and paused', () => {
    const kind = Object.assign(wanted(), there);
    expect(planKind(kind, NOW, true)).toEqual({ step: 'update', paused: false, choice: BEST, lookAgainAt: null });
  });

  it('waits until the track is there', () => {
    const kind = Object.assign(wanted(), there, { track: null });
    expect(planKind(kind, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: null });
  });

  it('changes only what differs from what the server knows', () => {
    const running = { sent: { paused: false, choice: BEST } };
    const same = Object.assign(wanted(), there, running);
    expect(planKind(same, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: null });
    const larger = Object.assign(wanted(), there, { sent: { paused: false, choice: { ...BEST, spatialLayer: 0 } } });
    expect(planKind(larger, NOW, true)).toEqual({ step: 'update', choice: { spatialLayer: 2 }, lookAgainAt: null });
    const urgent = Object.assign(wanted({ priority: 200 }), there, running);
    expect(planKind(urgent, NOW, true)).toEqual({ step: 'update', choice: { priority: 200 }, lookAgainAt: null });
  });

  it.each([
    [
      'smaller',
      { width: 160, height: 90 },
      SMALLER_DELAY,
      { choice: { spatialLayer: 0, temporalLayer: 1, priority: 10 } },
    ],
    ['out of sight', { visible: false }, OFFSCREEN_DELAY, { paused: true }],
  ])('is patient with what has become %s', (_what, demand, delay, change) => {
    const kind = Object.assign(wanted(demand), there, { sent: { paused: false, choice: BEST } });
    expect(planKind(kind, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: NOW + delay });
    expect(planKind(kind, NOW + delay - 1, true)).toEqual({ step: 'nothing', lookAgainAt: NOW + delay });
    expect(planKind(kind, NOW + delay, true)).toEqual({ step: 'update', ...change, lookAgainAt: null });
  });

  it('pauses what nobody wants, looks again at the end of its grace, and closes it then', () => {
    const kind = subscription({ ...there, sent: { paused: false, choice: BEST } });
    expect(planKind(kind, NOW, true)).toEqual({ step: 'update', paused: true, lookAgainAt: NOW + GRACE });
    kind.sent = { paused: true, choice: BEST };
    expect(planKind(kind, NOW + 1, true)).toEqual({ step: 'nothing', lookAgainAt: NOW + GRACE });
    expect(planKind(kind, NOW + GRACE - 1, true).step).toBe('nothing');
    expect(planKind(kind, NOW + GRACE, true)).toEqual({ step: 'close' });
  });

  it('lets what came unasked flow until its hold ends', () => {
    const kind = subscription({ ...there, heldUntil: NOW + 10, sent: { paused: false, choice: null } });
    expect(planKind(kind, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: NOW + 10 });
    expect(planKind(kind, NOW + 10, true)).toMatchObject({ step: 'update', paused: true });
  });
});

describe('planKind after a failure', () => {
  it('waits, twice as long each time, up to half a minute', () => {
    const kind = wanted();
    const waits = Array.from({ length: 7 }, () => {
      kind.failed(NOW);
      const { lookAgainAt } = planKind(kind, NOW, true) as { lookAgainAt: number };
      expect(planKind(kind, lookAgainAt, true).step).toBe('subscribe');
      return lookAgainAt - NOW;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('tells the server everything again when it may not know', () => {
    const kind = Object.assign(wanted(), there, { sent: { paused: null, choice: null } });
    kind.failed(NOW);
    expect(planKind(kind, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: NOW + 1_000 });
    expect(planKind(kind, NOW + 1_000, true)).toMatchObject({ step: 'update', paused: false, choice: BEST });
  });
});
