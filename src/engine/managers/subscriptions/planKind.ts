import type { KindSubscription } from './KindSubscription.ts';

/** How long a consumer that nobody wants is kept paused, so that coming back is quick, in milliseconds. */
export const GRACE = 15_000;

/** What to do about one kind of a stream now, and when to look again if nothing else happens. */
export type Plan =
  | { readonly step: 'nothing'; readonly lookAgainAt: number | null }
  | { readonly step: 'subscribe'; readonly layer: number | null }
  | { readonly step: 'update'; readonly paused?: boolean; readonly layer?: number; readonly lookAgainAt: number | null }
  | { readonly step: 'close' };

const NOTHING: Plan = { step: 'nothing', lookAgainAt: null };

/** Compares what is wanted with what is there. */
export function planKind(kind: KindSubscription, now: number, allowed: boolean): Plan {
  const wanted = kind.wanted(now);
  const layer = wanted.flow === 'started' ? wanted.layer : null;
  if (kind.consumerId === null) {
    const possible = kind.info !== null && !kind.requested && allowed;
    return wanted.flow === 'started' && possible ? { step: 'subscribe', layer } : NOTHING;
  }
  const lookAgainAt = nextLook(kind, now);
  if (wanted.flow === 'none' && kind.idleSince !== null && now - kind.idleSince >= GRACE) return { step: 'close' };
  // Until its track is there, media must not flow: the key frame would be lost.
  if (kind.track === null) return { step: 'nothing', lookAgainAt };

  const paused = wanted.flow !== 'started';
  const pauses = paused !== kind.sent.paused;
  const layers = layer !== null && layer !== kind.sent.layer;
  if (!pauses && !layers) return { step: 'nothing', lookAgainAt };
  return { step: 'update', ...(pauses && { paused }), ...(layers && { layer }), lookAgainAt };
}

/** A consumer that nobody wants is looked at when its grace ends, one that came unasked when its hold does. */
function nextLook(kind: KindSubscription, now: number): number | null {
  if (kind.wanted(now).flow === 'none') return (kind.idleSince ?? now) + GRACE;
  return now < kind.heldUntil ? kind.heldUntil : null;
}
