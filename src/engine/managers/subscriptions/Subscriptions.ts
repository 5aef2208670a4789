import type { Subscriber } from '../../../media/index.ts';
import {
  type ConsumerBatch,
  type ConsumerUpdate,
  MAX_BATCH,
  type MediaKind,
  type NotificationData,
  type StreamInfo,
  type SubscriptionInfo,
  unpackConsumers,
} from '../../../protocol/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';
import type { Demand } from '../../Demand.ts';
import type { Environment } from '../../Environment.ts';
import type { RoomState } from '../../RoomState.ts';
import { streamId } from '../../Topic.ts';
import type { SubscribedStream } from './describeSubscription.ts';
import { KindSubscription } from './KindSubscription.ts';
import { planKind } from './planKind.ts';
import { ShownSubscriptions } from './ShownSubscriptions.ts';

/** How long a stream that came unasked may flow until a demand for it must have appeared, in milliseconds. */
const HOLD = 5_000;

interface Dependencies {
  readonly state: RoomState;
  readonly signalling: Pick<SignallingConnection, 'request'>;
  readonly subscriber: Pick<Subscriber, 'consume' | 'close'>;
  readonly environment: Pick<Environment, 'now' | 'setTimer' | 'nextFrame'>;
  /** Whether our token lets us receive at all. */
  readonly allowed: () => boolean;
  /** Ids of the streams whose subscription has started in the connection that this one takes the place of. */
  readonly started?: ReadonlySet<string>;
}

/** What one frame asks of the server. */
interface Requests {
  readonly subscribe: SubscriptionInfo[];
  readonly update: ConsumerUpdate[];
  readonly close: string[];
}

/**
 * Turns demands into consumers. Everything that happens within a frame becomes at most one request of
 * each sort: consumers for what is newly wanted, changes for what is there, an end for what is not
 * wanted any more.
 */
export class Subscriptions {
  readonly #to: Dependencies;
  readonly #shown: ShownSubscriptions;
  readonly #streams = new Map<string, SubscribedStream>();
  readonly #consumers = new Map<string, { stream: SubscribedStream; kind: KindSubscription }>();
  readonly #dirty = new Set<SubscribedStream>();
  #undoFrame: (() => void) | null = null;
  #timer: { readonly due: number; readonly undo: () => void } | null = null;
  #closed = false;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    this.#shown = new ShownSubscriptions(dependencies.state, dependencies.allowed, dependencies.started);
  }

  /** @returns Tells that the demand has changed, and that it has ended. */
  add(demand: Demand): { changed(): void; ended(): void } {
    const stream = this.#stream(demand.participantId, demand.key);
    const kind = stream[demand.kind];
    kind.demands.add(demand);
    this.#touch(stream);
    return {
      changed: () => this.#touch(stream),
      ended: () => {
        kind.demands.delete(demand);
        this.#touch(stream);
      },
    };
  }

  /** A stream of somebody else was published or changed. */
  handleStream(participantId: string, info: StreamInfo): void {
    const stream = this.#stream(participantId, info.key);
    stream.audio.info = info.audio;
    stream.video.info = info.video;
    // A consumer that came unasked may be older than what we know of its stream.
    for (const { kind, track } of [stream.audio, stream.video]) if (track) this.#shown.setTrack(stream, kind, track);
    this.#touch(stream);
  }

  /** A stream is about to go. Its demands stay, for when it comes back. */
  handleStreamEnding(participantId: string, key: string): void {
    const stream = this.#streams.get(streamId(participantId, key));
    if (!stream) {
      // Shown by a connection before this one.
      this.#shown.end({ participantId, key });
      return;
    }
    for (const kind of [stream.audio, stream.video]) {
      kind.info = null;
      this.#drop(stream, kind);
    }
    this.#shown.end(stream);
    this.#forgetIfUnused(stream);
  }

  /** This connection takes the place of another: what that one had shown is looked at again, as nobody may want it any more. */
  handleReconnected(): void {
    for (const [participantId, subscriptions] of this.#to.state.get().subscriptions)
      for (const key of subscriptions.keys()) this.#touch(this.#stream(participantId, key));
  }

  /** Consumers that the server sent unasked, with the join's answer or later. */
  async handleConsumers(batch: ConsumerBatch): Promise<void> {
    await this.#consume(batch, this.#to.environment.now() + HOLD);
  }

  handleConsumersClosed(ids: readonly string[]): void {
    for (const id of ids) {
      const consumer = this.#consumers.get(id);
      if (!consumer) continue;
      this.#drop(consumer.stream, consumer.kind);
      this.#touch(consumer.stream);
    }
  }

  handleLayers({ consumerId, layers }: NotificationData<'consumerLayersChanged'>): void {
    const consumer = this.#consumers.get(consumerId);
    if (!consumer) return;
    consumer.kind.currentLayers = layers;
    this.#shown.show(consumer.stream, this.#to.environment.now());
  }

  /** The id of the consumer that brings a kind of a stream, if one does. */
  consumerOf(participantId: string, key: string, kind: MediaKind): string | null {
    return this.#streams.get(streamId(participantId, key))?.[kind].consumerId ?? null;
  }

  /** Ids of the streams whose subscription has started; also after {@link close}. */
  get started(): ReadonlySet<string> {
    return this.#shown.started;
  }

  close(): void {
    this.#closed = true;
    this.#undoFrame?.();
    this.#timer?.undo();
    this.#dirty.clear();
    this.#consumers.clear();
    this.#streams.clear();
  }

  #stream(participantId: string, key: string): SubscribedStream {
    const id = streamId(participantId, key);
    const existing = this.#streams.get(id);
    if (existing) return existing;
    const stream = { participantId, key, audio: new KindSubscription('audio'), video: new KindSubscription('video') };
    this.#streams.set(id, stream);
    return stream;
  }

  #forgetIfUnused({ participantId, key, audio, video }: SubscribedStream): void {
    const unused = [audio, video].every((kind) => kind.info === null && kind.demands.size === 0 && !kind.consumerId);
    if (unused) this.#streams.delete(streamId(participantId, key));
  }

  /** Looks at a stream again with the next frame. */
  #touch(stream: SubscribedStream): void {
    if (this.#closed) return;
    this.#dirty.add(stream);
    this.#undoFrame ??= this.#to.environment.nextFrame(() => {
      this.#undoFrame = null;
      this.#flush();
    });
  }

  #flush(): void {
    const now = this.#to.environment.now();
    const requests: Requests = { subscribe: [], update: [], close: [] };
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    this.#to.state.batch(() => {
      for (const stream of dirty) {
        this.#plan(stream, stream.audio, now, requests);
        this.#plan(stream, stream.video, now, requests);
        this.#shown.show(stream, now);
        this.#forgetIfUnused(stream);
      }
    });
    for (const subscriptions of inBatches(requests.subscribe)) void this.#subscribe(subscriptions);
    // A connection that is lost tells itself, and takes all consumers with it.
    for (const consumers of inBatches(requests.update)) {
      this.#to.signalling.request('updateConsumers', { consumers }).catch(() => {});
    }
    for (const consumerIds of inBatches(requests.close)) {
      this.#to.signalling.request('unsubscribe', { consumerIds }).catch(() => {});
    }
  }

  #plan(stream: SubscribedStream, kind: KindSubscription, now: number, requests: Requests): void {
    const idle = kind.consumerId !== null && kind.wanted(now).flow === 'none';
    kind.idleSince = idle ? (kind.idleSince ?? now) : null;
    const plan = planKind(kind, now, this.#to.allowed());
    switch (plan.step) {
      case 'subscribe': {
        kind.requested = true;
        const { participantId, key } = stream;
        const layer = plan.layer === null ? {} : { spatialLayer: plan.layer };
        requests.subscribe.push({ participantId, key, kind: kind.kind, ...layer });
        return;
      }
      case 'close':
        requests.close.push(kind.consumerId as string);
        this.#drop(stream, kind);
        return;
      case 'update': {
        const { paused, layer } = plan;
        const change = { ...(paused !== undefined && { paused }), ...(layer !== undefined && { spatialLayer: layer }) };
        requests.update.push({ id: kind.consumerId as string, ...change });
        kind.sent = { paused: paused ?? kind.sent.paused, layer: layer ?? kind.sent.layer };
        this.#lookAgainAt(plan.lookAgainAt, now);
        return;
      }
      case 'nothing':
        this.#lookAgainAt(plan.lookAgainAt, now);
        return;
      default:
        plan satisfies never;
    }
  }

  /** One timer for all that waits; when the first is due everything is looked at again. */
  #lookAgainAt(due: number | null, now: number): void {
    if (due === null || (this.#timer && this.#timer.due <= due)) return;
    this.#timer?.undo();
    const undo = this.#to.environment.setTimer(Math.max(0, due - now), () => {
      this.#timer = null;
      for (const { stream } of this.#consumers.values()) this.#touch(stream);
    });
    this.#timer = { due, undo };
  }

  async #subscribe(subscriptions: SubscriptionInfo[]): Promise<void> {
    try {
      await this.#consume(await this.#to.signalling.request('subscribe', { subscriptions }), 0);
    } catch {
      // A lost connection and a stream that has gone meanwhile tell themselves.
    } finally {
      for (const { participantId, key, kind } of subscriptions) {
        const stream = this.#streams.get(streamId(participantId, key));
        if (stream) stream[kind].requested = false;
      }
    }
  }

  async #consume(batch: ConsumerBatch, heldUntil: number): Promise<void> {
    const infos = unpackConsumers(batch).filter(({ id }) => !this.#closed && !this.#consumers.has(id));
    for (const info of infos) {
      const stream = this.#stream(info.participantId, info.key);
      const kind = stream[info.kind];
      kind.consumerId = info.id;
      kind.heldUntil = heldUntil;
      kind.sent = { paused: info.paused, layer: null };
      this.#consumers.set(info.id, { stream, kind });
    }
    const tracks = await this.#to.subscriber.consume(infos);
    if (this.#closed) return;
    this.#to.state.batch(() => {
      for (const { id } of infos) {
        const consumer = this.#consumers.get(id);
        if (consumer) {
          consumer.kind.track = tracks.get(id) ?? null;
          this.#shown.setTrack(consumer.stream, consumer.kind.kind, consumer.kind.track);
          this.#touch(consumer.stream);
        } else {
          // Gone while it was being made: its producer was closed, or the person has left.
          this.#to.subscriber.close([id]);
        }
      }
    });
    // The server waits for this before it lets media flow, so not even a frame is lost.
    this.#undoFrame?.();
    this.#undoFrame = null;
    this.#flush();
  }

  #drop(stream: SubscribedStream, kind: KindSubscription): void {
    if (kind.consumerId === null) return;
    this.#consumers.delete(kind.consumerId);
    this.#to.subscriber.close([kind.consumerId]);
    kind.dropConsumer();
    this.#shown.setTrack(stream, kind.kind, null);
  }
}

function inBatches<Item>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  for (let start = 0; start < items.length; start += MAX_BATCH) batches.push(items.slice(start, start + MAX_BATCH));
  return batches;
}
