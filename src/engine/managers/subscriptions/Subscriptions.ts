import type { Censored, ConsumerBatch, MediaKind, NotificationData, StreamInfo } from '../../../protocol/index.ts';
import type { Demand } from '../../Demand.ts';
import { Consumers } from './Consumers.ts';
import { NO_LIMITS, type VideoLimits } from './chooseLayers.ts';
import type { SubscribedStream } from './describeSubscription.ts';
import { FrameRequests } from './FrameRequests.ts';
import type { FrozenVideos, Repair } from './FrozenVideos.ts';
import type { KindSubscription } from './KindSubscription.ts';
import { planKind } from './planKind.ts';
import { RequestOutcomes } from './RequestOutcomes.ts';
import { ShownSubscriptions } from './ShownSubscriptions.ts';
import { isInUse, SubscribedStreams } from './SubscribedStreams.ts';
import type { SubscriptionsDependencies } from './SubscriptionsDependencies.ts';
import { Wakeup } from './Wakeup.ts';

/** How long a stream that came unasked may flow until a demand for it must have appeared, in milliseconds. */
const HOLD = 5_000;

/**
 * Turns demands into consumers. Everything that happens within a frame becomes at most one request of each sort:
 * consumers for what is newly wanted, changes for what is there, an end for what is not wanted any more.
 */
export class Subscriptions {
  readonly #to: SubscriptionsDependencies;
  readonly #shown: ShownSubscriptions;
  readonly #streams = new SubscribedStreams();
  readonly #consumers: Consumers;
  readonly #dirty = new Set<SubscribedStream>();
  readonly #outcomes: RequestOutcomes;
  #frozen: FrozenVideos | null = null;
  readonly #wakeup: Wakeup;
  readonly #undoState: () => void;
  readonly #keyFrames = new Set<KindSubscription>();
  #limits = NO_LIMITS;
  #speakerId: string | null = null;
  #undoFrame: (() => void) | null = null;
  #closed = false;

  constructor(dependencies: SubscriptionsDependencies) {
    this.#to = dependencies;
    this.#shown = new ShownSubscriptions(dependencies.state, dependencies.allowed, dependencies.started);
    this.#consumers = new Consumers({
      ...dependencies,
      streams: this.#streams,
      shown: this.#shown,
      touch: (stream) => this.#touch(stream),
    });
    this.#outcomes = new RequestOutcomes({
      ...dependencies,
      streams: this.#streams,
      consumers: this.#consumers,
      take: async (batch) => (await this.#negotiate(batch, 0))(),
      touch: (stream) => this.#touch(stream),
    });
    this.#wakeup = new Wakeup(dependencies.environment, () => {
      for (const stream of this.#streams.all) this.#touch(stream);
    });
    this.#undoState = dependencies.state.subscribe(({ activeSpeakerId }) => this.#speakerChanged(activeSpeakerId));
  }

  /** @returns Tells that the demand has changed, and that it has ended. */
  add(demand: Demand): { changed(): void; ended(): void } {
    const stream = this.#streams.get(demand.participantId, demand.key);
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

  /** Somebody has subscribed to a stream without either of its kinds. @returns That it is not so any more. */
  keep(participantId: string, key: string): () => void {
    const stream = this.#streams.get(participantId, key);
    stream.empty = true;
    this.#touch(stream);
    return () => {
      stream.empty = false;
      this.#touch(stream);
    };
  }

  /** From now on pictures that stand still are found and repaired; the code for it comes when the room runs. */
  repairFrozen(Found: typeof FrozenVideos): void {
    if (this.#closed) return;
    this.#frozen = new Found({
      stats: this.#to.stats,
      repair: (stream, how) => this.#repair(stream, how),
      changed: (stream) => this.#touch(stream),
    });
    this.#frozen.handleChange(this.#streams.all);
  }

  /** What the device can take has changed. */
  handleLimits(limits: VideoLimits): void {
    this.#limits = limits;
    for (const stream of this.#streams.all) this.#touch(stream);
  }

  /** A stream of somebody else was published or changed. */
  handleStream(participantId: string, info: StreamInfo): void {
    const stream = this.#streams.get(participantId, info.key);
    for (const kind of [stream.audio, stream.video]) kind.offered(info[kind.kind]);
    if (!isInUse(stream)) return;
    // A consumer that came unasked may be older than what we know of its stream.
    this.#shown.showTracks(stream, this.#to.environment.now());
    this.#touch(stream);
  }

  /** What moderators keep off of somebody has changed. */
  handleCensored(participantId: string, censored: Censored): void {
    for (const stream of this.#streams.censor(participantId, censored)) this.#touch(stream);
  }

  /** Whether we may receive at all has changed. */
  handleAllowed(): void {
    for (const stream of this.#streams.all) this.#touch(stream);
  }

  /** A stream is about to go. Its demands stay, for when it comes back. */
  handleStreamEnding(participantId: string, key: string): void {
    const stream = this.#streams.find(participantId, key);
    if (!stream) {
      // Shown by a connection before this one.
      this.#shown.end({ participantId, key });
      return;
    }
    for (const kind of [stream.audio, stream.video]) {
      kind.withdrawn();
      this.#consumers.drop(stream, kind);
    }
    this.#shown.end(stream);
    this.#streams.forgetIfUnused(stream);
  }

  /** This connection takes the place of another: nobody may want any more what that one had shown. */
  handleReconnected(): void {
    for (const [participantId, subscriptions] of this.#to.state.get().subscriptions)
      for (const key of subscriptions.keys()) this.#touch(this.#streams.get(participantId, key));
  }

  /** Consumers that the server sent unasked. */
  async handleConsumers(batch: ConsumerBatch): Promise<void> {
    (await this.negotiate(batch))();
  }

  /** Negotiates consumers that come with a join. @returns Puts them in their places, once their streams are known. */
  negotiate(batch: ConsumerBatch): Promise<() => void> {
    return this.#negotiate(batch, this.#to.environment.now() + HOLD);
  }

  handleConsumersClosed(ids: readonly string[]): void {
    for (const id of ids) {
      const consumer = this.#consumers.find(id);
      if (!consumer) continue;
      this.#consumers.drop(consumer.stream, consumer.kind);
      this.#touch(consumer.stream);
    }
  }

  handleLayers({ consumerId, layers }: NotificationData<'consumerLayersChanged'>): void {
    const consumer = this.#consumers.find(consumerId);
    if (!consumer) return;
    consumer.kind.currentLayers = layers;
    this.#shown.show(consumer.stream, this.#to.environment.now());
    this.#touch(consumer.stream);
  }

  /** A kind of a stream, with the consumer that brings it, and whether that was asked to flow. */
  kindOf(participantId: string, key: string, kind: MediaKind): Pick<KindSubscription, 'consumerId' | 'sent'> | null {
    return this.#streams.find(participantId, key)?.[kind] ?? null;
  }

  /** Ids of the streams whose subscription has started; also after {@link close}. */
  get started(): ReadonlySet<string> {
    return this.#shown.started;
  }

  close(): void {
    this.#closed = true;
    this.#undoState();
    this.#undoFrame?.();
    this.#wakeup.close();
    this.#frozen?.close();
    this.#dirty.clear();
    this.#consumers.close();
    this.#streams.clear();
  }

  /** Who is heard gets bandwidth first. */
  #speakerChanged(speakerId: string | null): void {
    if (speakerId === this.#speakerId) return;
    const changed = [this.#speakerId, speakerId];
    this.#speakerId = speakerId;
    const { participants } = this.#to.state.get();
    for (const id of changed) {
      for (const key in participants.get(id ?? '')?.streams) {
        const stream = this.#streams.find(id as string, key);
        if (stream && isInUse(stream)) this.#touch(stream);
      }
    }
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
    const requests = new FrameRequests();
    for (const stream of this.#streams.crowdOut(this.#limits)) this.#dirty.add(stream);
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    this.#to.state.batch(() => {
      for (const stream of dirty) {
        stream.video.limits = this.#limits;
        stream.video.speaking = stream.participantId === this.#speakerId;
        this.#plan(stream, stream.audio, now, requests);
        this.#plan(stream, stream.video, now, requests);
        this.#shown.show(stream, now);
        this.#streams.forgetIfUnused(stream);
      }
    });
    requests.keyFrames.push(...[...this.#keyFrames].flatMap(({ consumerId }) => consumerId ?? []));
    this.#keyFrames.clear();
    this.#frozen?.handleChange(dirty);
    requests.send(this.#to.signalling, this.#outcomes);
  }

  #plan(stream: SubscribedStream, kind: KindSubscription, now: number, requests: FrameRequests): void {
    kind.note(now);
    const plan = planKind(kind, now, this.#to.allowed());
    switch (plan.step) {
      case 'subscribe':
        requests.addSubscription(stream, kind, plan.layer);
        return;
      case 'close':
        requests.close.push(kind.consumerId as string);
        this.#consumers.drop(stream, kind);
        // One that is made anew is asked for with the next frame.
        if (kind.demands.size > 0) this.#touch(stream);
        return;
      case 'update':
        requests.addUpdate(kind, plan);
        kind.note(now);
        this.#wakeup.at(plan.lookAgainAt);
        return;
      case 'nothing':
        this.#wakeup.at(plan.lookAgainAt);
        return;
      default:
        plan satisfies never;
    }
  }

  #repair(stream: SubscribedStream, how: Repair): void {
    if (how === 'key-frame') this.#keyFrames.add(stream.video);
    else stream.video.renew = true;
    this.#touch(stream);
  }

  async #negotiate(batch: ConsumerBatch, heldUntil: number): Promise<() => void> {
    const bring = await this.#consumers.consume(batch, heldUntil);
    return () => {
      if (this.#closed) return;
      this.#to.state.batch(() => {
        bring();
        // The server waits for this before it lets media flow: it goes out before anybody renders, and not even a
        // frame is lost.
        this.#undoFrame?.();
        this.#undoFrame = null;
        this.#flush();
      });
    };
  }
}
