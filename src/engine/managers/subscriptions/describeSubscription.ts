import type { Subscription, SubscriptionReason } from '../../State.ts';
import { streamId } from '../../Topic.ts';
import type { KindSubscription } from './KindSubscription.ts';

/** How long the SFU may send less than what is wanted before it counts: a larger layer takes the publisher a moment. */
export const BANDWIDTH_DELAY = 5_000;

/** A stream that is subscribed to, kind by kind. */
export interface SubscribedStream {
  readonly participantId: string;
  readonly key: string;
  readonly audio: KindSubscription;
  readonly video: KindSubscription;
  /** An explicit subscription that has both kinds off. */
  empty: boolean;
}

/** The subscription as the state has it, or null while nobody wants anything of the stream and nothing comes. */
export function describeSubscription(stream: SubscribedStream, allowed: boolean, now: number): Subscription | null {
  const kinds = [stream.audio, stream.video].filter((kind) => kind.shown(now));
  if (kinds.length === 0 && !stream.empty) return null;
  const flowing = kinds.some((kind) => kind.track !== null && flows(kind, now));
  const reason = whyNot(stream, allowed, now);
  const waiting = kinds.length > 0 && kinds.every((kind) => kind.track === null);
  return {
    id: streamId(stream.participantId, stream.key),
    participantId: stream.participantId,
    key: stream.key,
    audio: stream.audio.shown(now),
    video: stream.video.shown(now),
    status: flowing ? 'started' : waiting ? 'pending' : 'paused',
    ...(reason && { reason }),
    ...(stream.video.currentLayers && stream.video.shown(now) && { currentLayers: stream.video.currentLayers }),
  };
}

/** What is out of sight flows on for a moment, and so does what has become too large. */
function flows(kind: KindSubscription, now: number): boolean {
  return kind.wanted(now).flow === 'started' || kind.sent.paused === false;
}

/** Why no picture comes; for a stream of which only the audio is wanted, why no sound does. */
function whyNot(stream: SubscribedStream, allowed: boolean, now: number): SubscriptionReason | null {
  if (!allowed) return 'permission';
  const kind = stream.video.shown(now) ? stream.video : stream.audio;
  if (!kind.shown(now)) return 'unsubscribed';
  if (kind.info?.censored) return 'censored';
  if (!kind.info?.enabled) return 'publisher-off';
  const wanted = kind.wanted(now);
  if (wanted.flow === 'paused' && !flows(kind, now)) return wanted.why;
  if (kind.frozen) return 'frozen';
  return kind.shortSince !== null && now - kind.shortSince >= BANDWIDTH_DELAY ? 'bandwidth' : null;
}

/** Whether two descriptions say the same, so that the older may keep its identity. */
export function sameSubscription(a: Subscription | undefined, b: Subscription): boolean {
  return (
    a !== undefined &&
    a.audio === b.audio &&
    a.video === b.video &&
    a.status === b.status &&
    a.reason === b.reason &&
    a.currentLayers?.spatialLayer === b.currentLayers?.spatialLayer &&
    a.currentLayers?.temporalLayer === b.currentLayers?.temporalLayer
  );
}
