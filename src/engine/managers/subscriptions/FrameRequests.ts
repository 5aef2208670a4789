import { type ConsumerUpdate, MAX_BATCH, type SubscriptionInfo } from '../../../protocol/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';
import type { SubscribedStream } from './describeSubscription.ts';
import type { KindSubscription, VideoChoice } from './KindSubscription.ts';
import type { Plan } from './planKind.ts';

/** What becomes of the requests of a frame. */
interface Outcome {
  /** Asks for consumers, which takes care of its own failure. */
  subscribe(asked: readonly SubscriptionInfo[]): void;
  /** Nobody knows what the server has made of these changes. */
  updateFailed(consumerIds: readonly string[]): void;
}

/** All that one frame asks of the server, as at most one request of each sort (more only where one may not hold it all). */
export class FrameRequests {
  readonly subscribe: SubscriptionInfo[] = [];
  readonly update: ConsumerUpdate[] = [];
  readonly close: string[] = [];
  readonly keyFrames: string[] = [];

  addSubscription({ participantId, key }: SubscribedStream, kind: KindSubscription, layer: number | null): void {
    kind.requested = true;
    this.subscribe.push({ participantId, key, kind: kind.kind, ...(layer !== null && { spatialLayer: layer }) });
  }

  addUpdate(kind: KindSubscription, { paused, choice }: Extract<Plan, { step: 'update' }>): void {
    const { sent } = kind;
    this.update.push({ id: kind.consumerId as string, ...(paused !== undefined && { paused }), ...choice });
    kind.sent = {
      paused: paused ?? sent.paused,
      choice: choice ? ({ ...sent.choice, ...choice } as VideoChoice) : sent.choice,
    };
  }

  send(signalling: Pick<SignallingConnection, 'request'>, outcome: Outcome): void {
    for (const asked of inBatches(this.subscribe)) outcome.subscribe(asked);
    for (const consumers of inBatches(this.update)) {
      signalling
        .request('updateConsumers', { consumers })
        .catch(() => outcome.updateFailed(consumers.map(({ id }) => id)));
    }
    // A connection that is lost tells itself, and takes all consumers with it.
    for (const consumerIds of inBatches(this.close)) {
      signalling.request('unsubscribe', { consumerIds }).catch(() => {});
    }
    // What does not help is followed by something stronger.
    for (const consumerIds of inBatches(this.keyFrames)) {
      signalling.request('requestKeyFrames', { consumerIds }).catch(() => {});
    }
  }
}

function inBatches<Item>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  for (let start = 0; start < items.length; start += MAX_BATCH) batches.push(items.slice(start, start + MAX_BATCH));
  return batches;
}
