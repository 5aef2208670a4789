import type { MediaKind, StreamInfo, StreamKind } from '../../../src/protocol/index.ts';
import type { MediaProducer } from './RoomMedia.ts';

/** One kind of a stream, with what the room knows of it. */
export interface LiveProducer {
  readonly id: string;
  readonly kind: MediaKind;
  readonly media: MediaProducer;
  enabled: boolean;
  /** A moderator keeps it off. */
  censored: boolean;
  width: number | undefined;
  height: number | undefined;
}

/** A stream of one participant: a key with an audio and a video producer, of which both may be missing. */
export class LiveStream {
  readonly participantId: string;
  readonly key: string;
  /** False while its producers are being made: the key is taken, but nobody has been told of it yet. */
  announced = false;
  readonly #producers: Record<MediaKind, LiveProducer | null> = { audio: null, video: null };
  readonly #reserved = new Set<MediaKind>();

  constructor(participantId: string, key: string) {
    this.participantId = participantId;
    this.key = key;
  }

  get producers(): LiveProducer[] {
    return [this.#producers.audio, this.#producers.video].filter((producer) => producer !== null);
  }

  producer(kind: MediaKind): LiveProducer | null {
    return this.#producers[kind];
  }

  /** Keeps the place of a kind while its producer is being made. False: it is taken. */
  reserve(kind: MediaKind): boolean {
    if (this.#producers[kind] || this.#reserved.has(kind)) return false;
    this.#reserved.add(kind);
    return true;
  }

  unreserve(kind: MediaKind): void {
    this.#reserved.delete(kind);
  }

  add(producer: LiveProducer): void {
    this.#producers[producer.kind] = producer;
  }

  /** The stream as it crosses the wire. */
  get info(): StreamInfo {
    return { key: this.key, audio: describe(this.#producers.audio), video: describe(this.#producers.video) };
  }
}

function describe(producer: LiveProducer | null): StreamKind | null {
  if (!producer) return null;
  const { id, kind, enabled, censored, width, height, media } = producer;
  return {
    producerId: id,
    enabled,
    censored,
    ...(kind === 'video' && {
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      spatialLayers: media.spatialLayers,
    }),
  };
}
