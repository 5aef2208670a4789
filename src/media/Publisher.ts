import type { types } from 'mediasoup-client';
import { roomError } from '../errors/index.ts';
import type { MediaKind, ProducerInfo, RtpParameters } from '../protocol/index.ts';
import type { SignallingConnection } from '../signalling/index.ts';
import { type VideoSource, videoEncodings, videoSize } from './encodings.ts';

type Producer = types.Producer;

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

  constructor(transport: types.Transport, signalling: Pick<SignallingConnection, 'request'>) {
    this.#transport = transport;
    this.#signalling = signalling;
    transport.on('produce', ({ rtpParameters, appData }, done) => {
      const pending = appData as unknown as PendingProducer;
      pending.rtpParameters = rtpParameters as RtpParameters;
      done({ id: pending.id });
    });
  }

  /** Publishes a new stream. If the server refuses, nothing of it remains. */
  async publish(key: string, sources: StreamSources): Promise<void> {
    const producers = new Map<MediaKind, Producer>();
    this.#streams.set(key, producers);
    try {
      const made = await Promise.all(KINDS.filter((kind) => sources[kind]).map((kind) => this.#produce(sources, kind)));
      for (const { producer } of made) producers.set(producer.kind as MediaKind, producer);
      await this.#signalling.request('publishStream', { key, producers: made.map(({ info }) => info) });
    } catch (error) {
      this.#drop(key);
      throw error;
    }
  }

  /** Replaces both kinds of a published stream; a kind that is missing is turned off. */
  async update(key: string, sources: StreamSources): Promise<void> {
    await Promise.all(KINDS.map((kind) => this.#updateKind(key, kind, sources)));
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
      if (producer.track === track) return;
      await producer.replaceTrack({ track });
      const size = track && kind === 'video' ? videoSize(track) : {};
      await this.#signalling.request('updateProducer', { id: producer.id, paused: track === null, ...size });
    } else if (track) {
      const { producer: added, info } = await this.#produce(sources, kind);
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

  async #produce(sources: StreamSources, kind: MediaKind): Promise<{ producer: Producer; info: ProducerInfo }> {
    const track = trackOf(sources, kind) as MediaStreamTrack;
    const pending: PendingProducer = { id: crypto.randomUUID() };
    const producer = await this.#transport.produce({
      track,
      appData: pending,
      // The track is the application's: it decides when it stops and whether it is enabled.
      stopTracks: false,
      disableTrackOnPause: false,
      ...(kind === 'video' && sources.video
        ? { encodings: videoEncodings(sources.video), codecOptions: { videoGoogleStartBitrate: 1000 } }
        : { codecOptions: { opusDtx: true, opusFec: true } }),
    });
    if (!pending.rtpParameters)
      throw roomError('internal', 'The transport made a producer without telling its parameters.');
    const size = kind === 'video' ? videoSize(track) : {};
    return { producer, info: { id: producer.id, kind, rtpParameters: pending.rtpParameters, paused: false, ...size } };
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

/** Travels as a producer's `appData`, and comes back with what the server has to know. */
interface PendingProducer extends Record<string, unknown> {
  readonly id: string;
  rtpParameters?: RtpParameters;
}

function trackOf(sources: StreamSources, kind: MediaKind): MediaStreamTrack | null {
  return (kind === 'audio' ? sources.audio : sources.video?.track) ?? null;
}
