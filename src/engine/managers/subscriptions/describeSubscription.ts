import type { Subscription, SubscriptionReason } from '../../State.ts';
import { streamId } from '../../Topic.ts';
import type { KindSubscription } from './KindSubscription.ts';

/** A stream that is subscribed to, kind by kind. */
export interface SubscribedStream {
  readonly participantId: string;
  readonly key: string;
  readonly audio: KindSubscription;
  readonly video: KindSubscription;
}

/** The subscription as the state has it, or null while nobody wants anything of the stream and nothing comes. */
export function describeSubscription(stream: SubscribedStream, allowed: boolean, now: number): Subscription | null {
  const kinds = [stream.audio, stream.video].filter((kind) => kind.demands.size > 0 || kind.consumerId !== null);
  if (kinds.length === 0) return null;
  const wants = (kind: KindSubscription) => kind.wanted(now).flow !== 'none';
  const flowing = kinds.some((kind) => kind.track !== null && kind.wanted(now).flow === 'started');
  const reason = whyNot(stream, allowed, now);
  const waiting = kinds.every((kind) => kind.track === null);
  return {
    id: streamId(stream.participantId, stream.key),
    participantId: stream.participantId,
    key: stream.key,
    audio: wants(stream.audio),
    video: wants(stream.video),
    status: flowing ? 'started' : waiting ? 'pending' : 'paused',
    ...(reason && { reason }),
    ...(stream.video.currentLayers && { currentLayers: stream.video.currentLayers }),
  };
}

/** Why no picture comes; for a stream of which only the audio is wanted, why no sound does. */
function whyNot(stream: SubscribedStream, allowed: boolean, now: number): SubscriptionReason | null {
  if (!allowed) return 'permission';
  const kind = stream.video.demands.size > 0 || stream.video.consumerId !== null ? stream.video : stream.audio;
  if (kind.info?.censored) return 'censored';
  if (!kind.info?.enabled) return 'publisher-off';
  const { flow } = kind.wanted(now);
  if (flow === 'none') return 'unsubscribed';
  return flow === 'paused' ? 'offscreen' : null;
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
