import type {
  ConsumerBatch,
  InitialDemand,
  MediaKind,
  ParticipantInfo,
  StreamInfo,
  StreamKind,
  UnpackedConsumer,
} from '../../protocol/index.ts';
import { censorshipOf, packConsumers } from '../../protocol/index.ts';
import { consumerParameters } from './consumerParameters.ts';
import type { FakeConnection } from './FakeConnection.ts';

type Writable<Info> = { -readonly [Key in keyof Info]: Info[Key] };

/** A consumer as the server keeps it. */
export interface FakeConsumer {
  readonly id: string;
  readonly participantId: string;
  readonly key: string;
  readonly kind: MediaKind;
  readonly producerId: string;
  readonly index: number;
  paused: boolean;
  spatialLayer: number | undefined;
  temporalLayer?: number | undefined;
  priority?: number | undefined;
}

/** One kind of somebody's stream. */
export interface FakeProducer {
  readonly participantId: string;
  readonly key: string;
  readonly kind: MediaKind;
  readonly info: Writable<StreamKind>;
}

/** Somebody in the room: a client with its connection, or one that the test plays itself. */
export class FakeParticipant {
  #info: Omit<ParticipantInfo, 'streams'>;
  readonly streams = new Map<string, Writable<StreamInfo>>();
  readonly consumers = new Map<string, FakeConsumer>();
  /** How many streams it still takes unasked. */
  unasked: InitialDemand = { audio: 0, video: 0 };
  /** Null when the test plays this participant. */
  connection: FakeConnection | null = null;
  #consumersMade = 0;

  constructor(info: Omit<ParticipantInfo, 'streams'>) {
    this.#info = info;
  }

  get id(): string {
    return this.#info.id;
  }

  /** Its details change; what is undefined is not there any more. */
  update(change: Partial<Omit<ParticipantInfo, 'id' | 'streams'>>): void {
    this.#info = { ...this.#info, ...change };
  }

  get info(): ParticipantInfo {
    return { ...this.#info, streams: [...this.streams.values()].map((stream) => structuredClone(stream)) };
  }

  /** A stream of it, with what moderators keep off; of somebody whom no moderator minds, as it is. */
  censoring(stream: StreamInfo): StreamInfo {
    const { censored } = this.#info;
    if (!censored) return stream;
    const marked = (kind: MediaKind) =>
      stream[kind] && { ...stream[kind], censored: censorshipOf(censored, stream.key, kind) !== null };
    return { ...stream, audio: marked('audio'), video: marked('video') };
  }

  get producers(): FakeProducer[] {
    return [...this.streams.values()].flatMap(({ key, audio, video }) =>
      (['audio', 'video'] as const).flatMap((kind) => {
        const info = kind === 'audio' ? audio : video;
        return info ? [{ participantId: this.id, key, kind, info }] : [];
      }),
    );
  }

  consumes(producerId: string): boolean {
    return [...this.consumers.values()].some((consumer) => consumer.producerId === producerId);
  }

  /** The consumer of a producer, one that is there already or a new one, paused. */
  consume({ participantId, key, kind, info }: FakeProducer, spatialLayer?: number): FakeConsumer {
    const known = [...this.consumers.values()].find(({ producerId }) => producerId === info.producerId);
    if (known) return known;
    this.#consumersMade += 1;
    const consumer: FakeConsumer = {
      id: `consumer-${this.#consumersMade}-of-${this.id}`,
      participantId,
      key,
      kind,
      producerId: info.producerId,
      index: this.#consumersMade,
      paused: true,
      spatialLayer,
    };
    this.consumers.set(consumer.id, consumer);
    return consumer;
  }

  /** The consumer that brings a kind of a stream, for tests to look at. */
  consumerOf(participantId: string, kind: MediaKind, key = 'self'): FakeConsumer | undefined {
    return [...this.consumers.values()].find(
      (consumer) => consumer.participantId === participantId && consumer.kind === kind && consumer.key === key,
    );
  }
}

/** Consumers as they cross the wire. */
export function consumerBatch(consumers: readonly FakeConsumer[]): ConsumerBatch {
  return packConsumers(
    consumers.map(
      ({ id, participantId, key, producerId, kind, paused, index }): UnpackedConsumer => ({
        id,
        participantId,
        key,
        producerId,
        kind,
        paused,
        rtpParameters: consumerParameters(kind, index, participantId),
      }),
    ),
  );
}
