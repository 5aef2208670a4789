import { BANDWIDTH_DELAY } from './describeSubscription.ts';
import type { KindSubscription, VideoChoice } from './KindSubscription.ts';

/** How long a consumer that nobody wants is kept paused, so that coming back is quick, in milliseconds. */
export const GRACE = 15_000;
/** How long what has gone out of sight flows on: who scrolls by and back sees no difference, and nothing flaps. */
export const OFFSCREEN_DELAY = 500;
/** How long a layer flows on that has become too large: a page that is being resized asks once. */
export const SMALLER_DELAY = 1_000;

/** What to do about one kind of a stream now, and when to look again if nothing else happens. */
export type Plan =
  | { readonly step: 'nothing'; readonly lookAgainAt: number | null }
  | { readonly step: 'subscribe'; readonly layer: number | null }
  | {
      readonly step: 'update';
      readonly paused?: boolean;
      readonly choice?: Partial<VideoChoice>;
      readonly lookAgainAt: number | null;
    }
  | { readonly step: 'close' };

const NOTHING: Plan = { step: 'nothing', lookAgainAt: null };

/** Compares what is wanted with what is there. {@link KindSubscription.note} comes first. */
export function planKind(kind: KindSubscription, now: number, allowed: boolean): Plan {
  const wanted = kind.wanted(now);
  const choice = wanted.flow === 'started' ? wanted.choice : null;
  const retryAt = kind.retry && now < kind.retry.at ? kind.retry.at : null;
  if (kind.consumerId === null) {
    const possible = wanted.flow === 'started' && kind.info !== null && !kind.requested && allowed;
    if (!possible) return NOTHING;
    if (retryAt !== null) return { step: 'nothing', lookAgainAt: retryAt };
    return { step: 'subscribe', layer: choice?.spatialLayer ?? null };
  }
  if (kind.renew) return { step: 'close' };
  if (wanted.flow === 'none' && kind.idleSince !== null && now - kind.idleSince >= GRACE) return { step: 'close' };
  const lookAgainAt = nextLook(kind, now);
  // Until its track is there, media must not flow: the key frame would be lost.
  if (kind.track === null) return { step: 'nothing', lookAgainAt };
  const wait = retryAt ?? patience(kind, now);
  if (wait !== null) return { step: 'nothing', lookAgainAt: Math.min(wait, lookAgainAt ?? wait) };

  const paused = wanted.flow !== 'started';
  const pauses = paused !== kind.sent.paused;
  const changed = choice ? differences(choice, kind.sent.choice) : null;
  if (!pauses && !changed) return { step: 'nothing', lookAgainAt };
  return { step: 'update', ...(pauses && { paused }), ...(changed && { choice: changed }), lookAgainAt };
}

/** Until when less is wanted in vain; null when it may take effect. */
function patience(kind: KindSubscription, now: number): number | null {
  if (kind.lessSince === null) return null;
  const until = kind.lessSince + (kind.wanted(now).flow === 'paused' ? OFFSCREEN_DELAY : SMALLER_DELAY);
  return now < until ? until : null;
}

function differences(choice: VideoChoice, sent: VideoChoice | null): Partial<VideoChoice> | null {
  const changed = (['spatialLayer', 'temporalLayer', 'priority'] as const).filter(
    (name) => choice[name] !== sent?.[name],
  );
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, choice[name]]));
}

/**
 * A consumer that nobody wants is looked at when its grace ends, one that came unasked when its hold does, and one that
 * brings less than it should when that is worth telling.
 */
function nextLook(kind: KindSubscription, now: number): number | null {
  if (kind.wanted(now).flow === 'none') return (kind.idleSince ?? now) + GRACE;
  const looks = [kind.heldUntil, (kind.shortSince ?? Number.NEGATIVE_INFINITY) + BANDWIDTH_DELAY].filter(
    (at) => at > now,
  );
  return looks.length === 0 ? null : Math.min(...looks);
}
