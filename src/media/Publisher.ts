import type { types } from 'mediasoup-client';
import { roomError } from '../errors/index.ts';
import type { MediaKind, ProducerInfo, PublishedStream, RtpParameters } from '../protocol/index.ts';
import type { SignallingConnection } from '../signalling/index.ts';
import { hintedTrack, type VideoSource, videoEncodings, videoSize } from './encodings.ts';
import { sends } from './sends.ts';
import { WarmProducers } from './WarmProducers.ts';

type Producer = types.Producer;

/** A producer, and what the server has to know of it. */
export interface Produced {
  readonly producer: Producer;
  readonly info: ProducerInfo;
}

/** What a stream consists of; a kind that is missing is off. */
export interface StreamSources {
  readonly audio?: MediaStreamTrack;
  readonly video?: VideoSource;
}

const KINDS: readonly MediaKind[] = ['audio', 'video'];

/**
 * Sends our streams. A producer is made with the first track of its kind; from then on turning the
 * kind off and on only exchanges the track, so that nothing is negotiated again.
 *
 * Producers have ids of our own making: mediasoup-client goes on at once, and the server learns of
 * all kinds of a stream in one request.
 */
export class Publisher {
  readonly #transport: types.Transport;
  readonly #signalling: Pick<SignallingConnection, 'request'>;
  readonly #streams = new Map<string, Map<MediaKind, Producer>>();
  readonly #warm = new WarmProducers();
  /** Streams that went out with the join, and when they are under way; rejected where the server refused. */
  readonly #announced = new Map<string, Promise<void>>();
  /** What the server was told of each. */
  readonly #paused = new WeakMap<Producer, boolean>();

  constructor(transport: types.Transport, signalling: Pick<SignallingConnection, 'request'>) {
    this.#transport = transport;
    this.#signalling = signalling;
    transport.on('produce', ({ rtpParameters, appData }, done) => {
      const pending = appData as unknown as PendingProducer;
      pending.rtpParameters = rtpParameters as RtpParameters;
      done({ id: pending.id });
    });
  }

  /** Negotiates what a stream will need, before there is a room to publish it in. Nothing of it is sent. */
  async warm(key: string, sources: StreamSources): Promise<void> {
    const missing = KINDS.filter((kind) => sources[kind] && !this.#warm.has(key, kind));
    await allDone(
      missing.map((kind) =>
        this.#warm.add(key, kind, async (onRtpSender) => this.#produce(sources, kind, onRtpSender)),
      ),
    );
  }

  /**
   * Begins to send a stream that was warmed, and tells what the join has to say of it; null when nothing of it is warm.
   * `publish` completes it.
   */
  announce(key: string, sources: StreamSources): PublishedStream | null {
    const ready = KINDS.flatMap((kind) => {
      const warm = sources[kind] && this.#take(key, sources, kind);
      return warm ? [{ ...warm, kind }] : [];
    });
    if (ready.length === 0) return null;
    this.#streams.set(key, new Map(ready.map(({ kind, producer }) => [kind, producer])));
    const sending = ready.map(({ producer, kind }) => this.#replaceTrack(producer, trackOf(sources, kind)));
    const underWay = Promise.all(sending).then(() => undefined);
    underWay.catch(() => {});
    this.#announced.set(key, underWay);
    return { key, producers: ready.map(({ info }) => info) };
  }

  /** Publishes a stream ahead of `publish`, which completes it or says why it cannot be. Done when the server is asked. */
  async publishAhead(key: string, sources: StreamSources): Promise<void> {
    await this.warm(key, sources);
    const stream = this.announce(key, sources);
    if (!stream) return;
    const underWay = Promise.all([this.#announced.get(key), this.#signalling.request('publishStream', stream)]);
    underWay.catch(() => {});
    this.#announced.set(
      key,
      underWay.then(() => undefined),
    );
  }

  /** The server did not take a stream that was announced. */
  handleRefused(key: string, error: Error): void {
    const refused = Promise.reject(error);
    refused.catch(() => {});
    this.#announced.set(key, refused);
  }

  /** Publishes a new stream, or what is missing of an announced one. If the server refuses, nothing of it remains. */
  async publish(key: string, sources: StreamSources): Promise<void> {
    const announced = this.#announced.get(key);
    if (announced) {
      this.#announced.delete(key);
      try {
        await announced;
      } catch (error) {
        this.#drop(key);
        throw error;
      }
      return this.update(key, sources);
    }
    const producers = new Map<MediaKind, Producer>();
    this.#streams.set(key, producers);
    try {
      const infos = await allDone(
        KINDS.filter((kind) => sources[kind]).map(async (kind) => {
          const { producer, info } = await this.#start(key, sources, kind);
          producers.set(kind, producer);
          return info;
        }),
      );
      await this.#signalling.request('publishStream', { key, producers: infos });
    } catch (error) {
      this.#drop(key);
      throw error;
    }
  }

  /** Replaces both kinds of a published stream; a kind that is missing is turned off. One that is refused stays as it was. */
  async update(key: string, sources: StreamSources): Promise<void> {
    await allDone(KINDS.map((kind) => this.#updateKind(key, kind, sources)));
  }

  /** What is sent of a stream now. */
  tracksOf(key: string): Partial<Record<MediaKind, MediaStreamTrack>> {
    const sent = [...(this.#streams.get(key)?.values() ?? [])].filter(({ track }) => track !== null);
    return Object.fromEntries(sent.map(({ kind, track }) => [kind, track]));
  }

  /** Id of the producer of a kind of a stream, if it has one. */
  producerOf(key: string, kind: MediaKind): string | null {
    return this.#streams.get(key)?.get(kind)?.id ?? null;
  }

  async unpublish(key: string): Promise<void> {
    this.#drop(key);
    await this.#signalling.request('unpublishStream', { key });
  }

  async getStats(key: string): Promise<Partial<Record<MediaKind, RTCStatsReport>>> {
    const producers = [...this.#producersOf(key).values()];
    const stats = await Promise.all(producers.map((producer) => producer.getStats()));
    return Object.fromEntries(producers.map(({ kind }, index) => [kind, stats[index]]));
  }

  async #updateKind(key: string, kind: MediaKind, sources: StreamSources): Promise<void> {
    const producers = this.#producersOf(key);
    const producer = producers.get(kind);
    const track = trackOf(sources, kind);
    if (producer) {
      const before = { track: producer.track, paused: this.#paused.get(producer) };
      const paused = isPaused(sources, kind);
      if (before.track === track && before.paused === paused) return;
      if (before.track !== track) await this.#replaceTrack(producer, track);
      this.#paused.set(producer, paused);
      const size = track && kind === 'video' ? videoSize(track) : {};
      try {
        await this.#signalling.request('updateProducer', { id: producer.id, paused, ...size });
      } catch (error) {
        if (before.paused !== undefined) this.#paused.set(producer, before.paused);
        if (before.track !== track) {
          const live = before.track?.readyState === 'live' ? before.track : null;
          await this.#replaceTrack(producer, live).catch(() => {});
        }
        throw error;
      }
    } else if (track) {
      const { producer: added, info } = await this.#start(key, sources, kind);
      producers.set(kind, added);
      try {
        await this.#signalling.request('produce', { key, producer: info });
      } catch (error) {
        producers.delete(kind);
        added.close();
        throw error;
      }
    }
  }

  async #produce(
    sources: StreamSources,
    kind: MediaKind,
    onRtpSender?: (sender: RTCRtpSender) => void,
  ): Promise<Produced> {
    const track = trackOf(sources, kind) as MediaStreamTrack;
    const pending: PendingProducer = { id: crypto.randomUUID() };
    const producer = await this.#transport
      .produce({
        track,
        appData: pending,
        // The track is the application's: it decides when it stops and whether it is enabled.
        stopTracks: false,
        disableTrackOnPause: false,
        ...(onRtpSender && { onRtpSender }),
        ...(kind === 'video' && sources.video
          ? { encodings: videoEncodings(sources.video), codecOptions: { videoGoogleStartBitrate: 1000 } }
          : { codecOptions: { opusDtx: true, opusFec: true } }),
      })
      .catch((cause: unknown) => this.#refused(kind, cause));
    if (!pending.rtpParameters)
      throw roomError('internal', 'The transport made a producer without telling its parameters.');
    const size = kind === 'video' ? videoSize(track) : {};
    const paused = isPaused(sources, kind);
    this.#paused.set(producer, paused);
    return { producer, info: { id: producer.id, kind, rtpParameters: pending.rtpParameters, paused, ...size } };
  }

  /** A warm one, as it is now: its track may have been disabled since. */
  #take(key: string, sources: StreamSources, kind: MediaKind): Produced | null {
    const warm = this.#warm.take(key, kind);
    if (!warm) return null;
    const paused = isPaused(sources, kind);
    this.#paused.set(warm.producer, paused);
    return { producer: warm.producer, info: { ...warm.info, paused } };
  }

  /** A producer that sends now: a warm one, or one that is negotiated. */
  async #start(key: string, sources: StreamSources, kind: MediaKind): Promise<Produced> {
    const warm = this.#take(key, sources, kind);
    if (!warm) return this.#produce(sources, kind);
    await this.#replaceTrack(warm.producer, trackOf(sources, kind));
    return warm;
  }

  #replaceTrack(producer: Producer, track: MediaStreamTrack | null): Promise<void> {
    return producer.replaceTrack({ track }).catch((cause: unknown) => this.#refused(producer.kind, cause));
  }

  /** What mediasoup-client's own errors mean. */
  #refused(kind: string, cause: unknown): never {
    if (this.#transport.closed) throw roomError('aborted', undefined, cause);
    const { message } = cause as Error;
    throw roomError('device-failed', `The ${kind} track cannot be sent: ${message}. Pass one that is live.`, cause);
  }

  #producersOf(key: string): Map<MediaKind, Producer> {
    const producers = this.#streams.get(key);
    if (!producers) throw roomError('stream-not-found');
    return producers;
  }

  #drop(key: string): void {
    for (const producer of this.#streams.get(key)?.values() ?? []) producer.close();
    this.#streams.delete(key);
  }
}

/** All outcomes, when all are there; the first failure, but not before the others are done. */
async function allDone<Outcome>(promises: readonly Promise<Outcome>[]): Promise<Outcome[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** Travels as a producer's `appData`, and comes back with what the server has to know. */
interface PendingProducer extends Record<string, unknown> {
  readonly id: string;
  rtpParameters?: RtpParameters;
}

function trackOf(sources: StreamSources, kind: MediaKind): MediaStreamTrack | null {
  if (kind === 'audio') return sources.audio ?? null;
  return sources.video ? hintedTrack(sources.video) : null;
}

/** Whether a kind gives nothing, be there a track or not. */
function isPaused(sources: StreamSources, kind: MediaKind): boolean {
  const track = trackOf(sources, kind);
  return track === null || !sends(track, kind === 'video' ? sources.video?.content : undefined);
}
