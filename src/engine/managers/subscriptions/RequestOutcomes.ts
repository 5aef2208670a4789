import type { ConsumerBatch, SubscriptionInfo } from '../../../protocol/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';
import type { Environment } from '../../Environment.ts';
import type { Consumers } from './Consumers.ts';
import type { SubscribedStream } from './describeSubscription.ts';
import type { SubscribedStreams } from './SubscribedStreams.ts';

interface Dependencies {
  readonly signalling: Pick<SignallingConnection, 'request'>;
  readonly environment: Pick<Environment, 'now'>;
  readonly streams: SubscribedStreams;
  readonly consumers: Pick<Consumers, 'find'>;
  /** Sets up consumers that were asked for. */
  readonly take: (batch: ConsumerBatch) => Promise<void>;
  /** Looks at a stream again. */
  readonly touch: (stream: SubscribedStream) => void;
}

/** What becomes of what the server was asked: consumers, or a later try. */
export class RequestOutcomes {
  readonly #to: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** Asks for consumers, and takes care of its own failure. */
  subscribe(asked: readonly SubscriptionInfo[]): void {
    void this.#subscribe(asked);
  }

  /** What the server knows of these consumers is not known; all of it is told again, a moment later. */
  updateFailed(ids: readonly string[]): void {
    const { consumers, environment, touch } = this.#to;
    for (const id of ids) {
      const consumer = consumers.find(id);
      if (!consumer) continue;
      consumer.kind.sent = { paused: null, choice: null };
      consumer.kind.failed(environment.now());
      touch(consumer.stream);
    }
  }

  async #subscribe(asked: readonly SubscriptionInfo[]): Promise<void> {
    const { signalling, environment, streams, take, touch } = this.#to;
    const kinds = asked.map(({ participantId, key, kind }) => {
      const stream = streams.get(participantId, key);
      return { stream, kind: stream[kind], producerId: stream[kind].info?.producerId };
    });
    try {
      await take(await signalling.request('subscribe', { subscriptions: [...asked] }));
    } catch {
      // A lost connection and a stream that has gone meanwhile tell themselves; everything else is tried again.
    }
    const now = environment.now();
    for (const { stream, kind, producerId } of kinds) {
      kind.requested = false;
      if (kind.consumerId !== null) kind.retry = null;
      else if (kind.info?.producerId === producerId) kind.failed(now);
      touch(stream);
    }
  }
}
