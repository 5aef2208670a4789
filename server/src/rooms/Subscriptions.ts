import {
  type ConsumerBatch,
  type ConsumerUpdate,
  type MediaKind,
  packConsumers,
  type RtpCapabilities,
} from '../../../src/protocol/index.ts';
import type { LiveProducer, LiveStream } from './LiveStream.ts';
import type { ParticipantQuality } from './ParticipantQuality.ts';
import type { ProducerDemands } from './ProducerDemands.ts';
import type { Layers, MediaConsumer, MediaTransport } from './RoomMedia.ts';

/** One kind of somebody's stream that a participant is to receive. */
export interface Wanted {
  stream: LiveStream;
  producer: LiveProducer;
  /** The highest simulcast layer wanted. */
  spatialLayer?: number | undefined;
}

/** A consumer, from the moment it was asked for. */
export interface Subscription {
  readonly participantId: string;
  readonly key: string;
  readonly kind: MediaKind;
  readonly producerId: string;
  /** Null while it is being made. */
  consumer: MediaConsumer | null;
  /** The client has been told of it. */
  announced: boolean;
  /** The highest layers wanted: of simulcast, and of frames (all where that is not said). */
  layers: Layers;
  closed: boolean;
  /** Done when it is made, or could not be. */
  made: Promise<void>;
}

/** What {@link Subscriptions} needs from its participant. */
export interface SubscriptionsOptions {
  rtpCapabilities: RtpCapabilities;
  /** The transport that consumers are made on, as soon as there is one. */
  transport: Promise<MediaTransport>;
  onLayersChange(consumerId: string, layers: Required<Layers> | null): void;
  /** Says what this participant wants of a producer: up to these layers, or nothing (null). */
  demands: Pick<ProducerDemands, 'set'>;
  quality: Pick<ParticipantQuality, 'consumerScored' | 'forgetConsumers'>;
}

/** Everything that one participant receives: at most one consumer for each (participant, key, kind). */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #byStream = new Map<string, Subscription>();
  readonly #byConsumer = new Map<string, Subscription>();

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
  }

  /** How many there are, made or in the making. */
  count(kind?: MediaKind): number {
    if (!kind) return this.#byStream.size;
    return [...this.#byStream.values()].filter((subscription) => subscription.kind === kind).length;
  }

  has({ stream, producer }: Wanted): boolean {
    return this.#byStream.has(nameOf(stream.participantId, stream.key, producer.kind));
  }

  /**
   * Asks for consumers, all at once and before anything is awaited. One that is there already, or on its way, is taken
   * as it is; one that cannot be made (its producer went away, the client lacks the codec) ends up closed.
   */
  open(wanted: readonly Wanted[], paused: boolean): Subscription[] {
    return wanted.map((item) => {
      const name = nameOf(item.stream.participantId, item.stream.key, item.producer.kind);
      return this.#byStream.get(name) ?? this.#make(name, item, paused);
    });
  }

  /** Waits until all of them are made, then puts those that live into one message. To be sent in the same tick. */
  async pack(subscriptions: readonly Subscription[], onlyNew = false): Promise<ConsumerBatch> {
    await Promise.all(subscriptions.map(({ made }) => made));
    const living = subscriptions.flatMap((subscription) => {
      const { consumer, closed, announced, participantId, key, kind, producerId } = subscription;
      if (!consumer || closed || (onlyNew && announced)) return [];
      subscription.announced = true;
      const { id, rtpParameters, paused } = consumer;
      return [{ id, participantId, key, producerId, kind, rtpParameters, paused }];
    });
    return packConsumers(living);
  }

  /** Applies changes, all in parallel. Consumers that are gone are passed over. */
  async update(updates: readonly ConsumerUpdate[]): Promise<void> {
    const changes = updates.flatMap(({ id, paused, priority, spatialLayer, temporalLayer }) => {
      const subscription = this.#byConsumer.get(id);
      const consumer = subscription?.consumer;
      if (!subscription || !consumer) return [];
      const layers = {
        ...(spatialLayer !== undefined && { spatialLayer }),
        ...(temporalLayer !== undefined && { temporalLayer }),
      };
      // Layers before the resume: the first key frame asked for is then one of the wanted layer.
      subscription.layers = { ...subscription.layers, ...layers };
      this.#want(subscription, paused ?? consumer.paused);
      const calls = [
        ...(Object.keys(layers).length > 0 ? [consumer.setPreferredLayers(layers)] : []),
        ...(priority !== undefined ? [consumer.setPriority(priority)] : []),
        ...(paused !== undefined ? [consumer.setPaused(paused)] : []),
      ];
      // A consumer that went away meanwhile has nothing left to change.
      return calls.map((call) => call.catch((error: unknown) => rethrowUnlessClosed(subscription, error)));
    });
    await Promise.all(changes);
  }

  /** Asks for key frames of videos. Consumers that are gone are passed over. */
  async requestKeyFrames(consumerIds: readonly string[]): Promise<void> {
    await Promise.all(
      consumerIds.map(async (id) => {
        const subscription = this.#byConsumer.get(id);
        if (subscription?.kind !== 'video') return;
        await subscription.consumer
          ?.requestKeyFrame()
          .catch((error: unknown) => rethrowUnlessClosed(subscription, error));
      }),
    );
  }

  /** Closes consumers. Those that are gone are passed over. */
  close(consumerIds: readonly string[]): void {
    for (const id of consumerIds) {
      const subscription = this.#byConsumer.get(id);
      if (!subscription) continue;
      this.#forget(subscription);
      subscription.consumer?.close();
    }
  }

  /**
   * Closes all there are, those in the making too.
   *
   * @returns the ids of those that the client knows of.
   */
  closeAll(): string[] {
    const all = [...this.#byStream.values()];
    for (const subscription of all) {
      this.#forget(subscription);
      subscription.consumer?.close();
    }
    return all.flatMap(({ announced, consumer }) => (announced && consumer ? [consumer.id] : []));
  }

  /**
   * Forgets what hung on producers that closed; the media server closes such consumers by itself.
   *
   * @returns the ids of those that the client knows of.
   */
  producersClosed(producerIds: ReadonlySet<string>): string[] {
    const gone = [...this.#byStream.values()].filter(({ producerId }) => producerIds.has(producerId));
    for (const subscription of gone) this.#forget(subscription);
    return gone.flatMap(({ announced, consumer }) => (announced && consumer ? [consumer.id] : []));
  }

  /** The participant has gone, and its transport with it: nothing is wanted any more. */
  end(): void {
    for (const subscription of [...this.#byStream.values()]) this.#forget(subscription);
  }

  #make(name: string, { stream, producer, spatialLayer }: Wanted, paused: boolean): Subscription {
    const subscription: Subscription = {
      participantId: stream.participantId,
      key: stream.key,
      kind: producer.kind,
      producerId: producer.id,
      consumer: null,
      announced: false,
      // Without a word about the size the smallest layer: it comes first, and costs little if nobody looks at it.
      layers: { spatialLayer: spatialLayer ?? 0 },
      closed: false,
      made: Promise.resolve(),
    };
    this.#byStream.set(name, subscription);
    // Also while it is made and set up, so that something is there when it may flow.
    this.#want(subscription, false);
    subscription.made = this.#consume(subscription, producer, paused);
    return subscription;
  }

  async #consume(subscription: Subscription, producer: LiveProducer, paused: boolean): Promise<void> {
    const { rtpCapabilities, transport, onLayersChange, quality } = this.#options;
    try {
      const consumer = await (await transport).consume({
        producerId: producer.id,
        rtpCapabilities,
        paused,
        ...(producer.media.spatialLayers > 1 && { preferredLayers: subscription.layers }),
        onLayersChange: (layers) => {
          if (subscription.announced && !subscription.closed) onLayersChange(consumer.id, layers);
        },
        onScore: (score) => {
          if (!subscription.closed) quality.consumerScored(consumer.id, score);
        },
      });
      if (subscription.closed) return consumer.close();
      subscription.consumer = consumer;
      this.#byConsumer.set(consumer.id, subscription);
    } catch {
      this.#forget(subscription);
    }
  }

  #want(subscription: Subscription, paused: boolean): void {
    const { producerId, kind, layers } = subscription;
    if (kind === 'video') this.#options.demands.set(producerId, subscription, paused ? null : layers);
  }

  #forget(subscription: Subscription): void {
    subscription.closed = true;
    this.#want(subscription, true);
    const name = nameOf(subscription.participantId, subscription.key, subscription.kind);
    // A new stream of the same name may have taken the place.
    if (this.#byStream.get(name) === subscription) this.#byStream.delete(name);
    if (!subscription.consumer) return;
    this.#byConsumer.delete(subscription.consumer.id);
    this.#options.quality.forgetConsumers([subscription.consumer.id]);
  }
}

/** Keys may hold any character, hence JSON and not a separator. */
function nameOf(participantId: string, key: string, kind: MediaKind): string {
  return JSON.stringify([participantId, key, kind]);
}

function rethrowUnlessClosed(subscription: Subscription, error: unknown): void {
  if (!subscription.closed) throw error;
}
