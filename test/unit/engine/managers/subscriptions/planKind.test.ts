import { describe, expect, it } from 'vitest';
import { KindSubscription } from '../../../../../src/engine/managers/subscriptions/KindSubscription.ts';
import { GRACE, planKind } from '../../../../../src/engine/managers/subscriptions/planKind.ts';
import { videoTrack } from '../../../../../src/testing/media/FakeTrack.ts';

const NOW = 1000;

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
    expect(planKind(kind, NOW, true)).toEqual({ step: 'update', paused: false, layer: 2, lookAgainAt: null });
  });

  it('waits until the track is there', () => {
    const kind = Object.assign(wanted(), there, { track: null });
    expect(planKind(kind, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: null });
  });

  it('changes only what differs from what the server knows', () => {
    const running = { sent: { paused: false, layer: 2 } };
    const same = Object.assign(wanted(), there, running);
    expect(planKind(same, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: null });
    const smaller = Object.assign(wanted({ width: 160, height: 90 }), there, running);
    expect(planKind(smaller, NOW, true)).toEqual({ step: 'update', layer: 0, lookAgainAt: null });
    const hidden = Object.assign(wanted({ visible: false }), there, running);
    expect(planKind(hidden, NOW, true)).toEqual({ step: 'update', paused: true, lookAgainAt: null });
  });

  it('pauses what nobody wants, looks again at the end of its grace, and closes it then', () => {
    const kind = subscription({ ...there, idleSince: NOW, sent: { paused: false, layer: 2 } });
    expect(planKind(kind, NOW, true)).toEqual({ step: 'update', paused: true, lookAgainAt: NOW + GRACE });
    kind.sent = { paused: true, layer: 2 };
    expect(planKind(kind, NOW + 1, true)).toEqual({ step: 'nothing', lookAgainAt: NOW + GRACE });
    expect(planKind(kind, NOW + GRACE - 1, true).step).toBe('nothing');
    expect(planKind(kind, NOW + GRACE, true)).toEqual({ step: 'close' });
  });

  it('lets what came unasked flow until its hold ends', () => {
    const kind = subscription({ ...there, heldUntil: NOW + 10, sent: { paused: false, layer: null } });
    expect(planKind(kind, NOW, true)).toEqual({ step: 'nothing', lookAgainAt: NOW + 10 });
    expect(planKind(kind, NOW + 10, true)).toMatchObject({ step: 'update', paused: true });
  });
});
