import { type Censored, censorshipOf } from '../../../protocol/index.ts';
import { streamId } from '../../Topic.ts';
import type { VideoLimits } from './chooseLayers.ts';
import type { SubscribedStream } from './describeSubscription.ts';
import { KindSubscription } from './KindSubscription.ts';

/** Somebody wants of a stream, or something of it is here: of what is only published there is nothing to plan. */
export function isInUse({ audio, video, empty }: SubscribedStream): boolean {
  return empty || [audio, video].some((kind) => kind.demands.size > 0 || kind.consumerId !== null);
}

/** The streams that somebody publishes or wants, by their participants and keys. */
export class SubscribedStreams {
  readonly #streams = new Map<string, SubscribedStream>();
  #crowded = false;

  get all(): readonly SubscribedStream[] {
    return [...this.#streams.values()];
  }

  find(participantId: string, key: string): SubscribedStream | undefined {
    return this.#streams.get(streamId(participantId, key));
  }

  /** The one that is there, or a new one. */
  get(participantId: string, key: string): SubscribedStream {
    const existing = this.find(participantId, key);
    if (existing) return existing;
    const [audio, video] = [new KindSubscription('audio'), new KindSubscription('video')];
    const stream = { participantId, key, audio, video, empty: false };
    this.#streams.set(streamId(participantId, key), stream);
    return stream;
  }

  forgetIfUnused(stream: SubscribedStream): void {
    const { participantId, key, audio, video } = stream;
    if (audio.info || video.info || isInUse(stream)) return;
    this.#streams.delete(streamId(participantId, key));
  }

  /** Moderators keep these off of somebody from now on. @returns The streams of that participant. */
  censor(participantId: string, censored: Censored): SubscribedStream[] {
    const streams = this.all.filter((stream) => stream.participantId === participantId);
    for (const { key, audio, video } of streams) {
      for (const kind of [audio, video]) {
        const isCensored = censorshipOf(censored, key, kind.kind) !== null;
        if (kind.info) kind.info = { ...kind.info, censored: isCensored };
      }
    }
    return streams;
  }

  /** Where more videos are looked at than the device can take, those of the lowest priority wait. @returns Those for which that changes. */
  crowdOut({ maxVideos }: Pick<VideoLimits, 'maxVideos'>): SubscribedStream[] {
    if (maxVideos === null && !this.#crowded) return [];
    this.#crowded = maxVideos !== null;
    const ranked = this.all
      .map((stream) => ({ stream, priority: stream.video.priority }))
      .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
    return ranked.flatMap(({ stream, priority }, rank) => {
      const crowdedOut = maxVideos !== null && priority !== null && rank >= maxVideos;
      if (stream.video.crowdedOut === crowdedOut) return [];
      stream.video.crowdedOut = crowdedOut;
      return [stream];
    });
  }

  clear(): void {
    this.#streams.clear();
  }
}
