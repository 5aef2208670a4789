import type { Subscriber } from '../../../media/index.ts';
import { type ConsumerBatch, unpackConsumers } from '../../../protocol/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';
import type { Environment } from '../../Environment.ts';
import type { RoomState } from '../../RoomState.ts';
import type { SubscribedStream } from './describeSubscription.ts';
import type { KindSubscription } from './KindSubscription.ts';
import type { ShownSubscriptions } from './ShownSubscriptions.ts';
import type { SubscribedStreams } from './SubscribedStreams.ts';

/** A consumer, and what it brings. */
interface Consumer {
  readonly stream: SubscribedStream;
  readonly kind: KindSubscription;
}

interface Dependencies {
  readonly state: RoomState;
  readonly signalling: Pick<SignallingConnection, 'request'>;
  readonly subscriber: Pick<Subscriber, 'consume' | 'close'>;
  readonly environment: Pick<Environment, 'now'>;
  readonly streams: SubscribedStreams;
  readonly shown: Pick<ShownSubscriptions, 'showTracks'>;
  readonly touch: (stream: SubscribedStream) => void;
}

/** The consumers that there are, by their ids: set up in the browser, tied to their streams, and closed. */
export class Consumers {
  readonly #to: Dependencies;
  readonly #consumers = new Map<string, Consumer>();
  #closed = false;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  find(id: string): Consumer | undefined {
    return this.#consumers.get(id);
  }

  /**
   * Sets up what the server has made.
   *
   * @returns Gives the tracks to their streams; for the caller to say when.
   */
  async consume(batch: ConsumerBatch, heldUntil: number): Promise<() => void> {
    const { streams, subscriber } = this.#to;
    const infos = unpackConsumers(batch).filter(({ id }) => !this.#closed && !this.#consumers.has(id));
    for (const info of infos) {
      const stream = streams.get(info.participantId, info.key);
      const kind = stream[info.kind];
      kind.consumerId = info.id;
      kind.heldUntil = heldUntil;
      kind.sent = { paused: info.paused, choice: null };
      this.#consumers.set(info.id, { stream, kind });
    }
    const tracks = await subscriber.consume(infos);
    return () => {
      for (const { id } of infos) this.#bring(id, tracks.get(id));
    };
  }

  drop(stream: SubscribedStream, kind: KindSubscription): void {
    if (kind.consumerId === null) return;
    this.#consumers.delete(kind.consumerId);
    this.#to.subscriber.close([kind.consumerId]);
    kind.dropConsumer();
    this.#to.shown.showTracks(stream, this.#to.environment.now());
  }

  close(): void {
    this.#closed = true;
    this.#consumers.clear();
  }

  #bring(id: string, track: MediaStreamTrack | undefined): void {
    const consumer = this.#consumers.get(id);
    // Gone while it was being made: its producer was closed, or the person has left.
    if (!consumer) this.#to.subscriber.close([id]);
    else if (track) consumer.kind.bring(track);
    else this.#refused(id, consumer);
    if (consumer) this.#to.touch(consumer.stream);
  }

  /** The browser would not take it: the server has to let go of it, too. */
  #refused(id: string, { stream, kind }: Consumer): void {
    this.drop(stream, kind);
    kind.failed(this.#to.environment.now());
    this.#to.signalling.request('unsubscribe', { consumerIds: [id] }).catch(() => {});
  }
}
