import type {
  DtlsParameters,
  IceParameters,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
  TransportInfo,
} from '../../../src/protocol/index.ts';
import type { SenderClock } from './SenderClock.ts';

/** Where media goes, seen from the client: its own streams out, other people's in. */
export type Direction = 'send' | 'receive';

/** A simulcast layer; 0 is the smallest. */
export interface Layers {
  spatialLayer: number;
  temporalLayer?: number;
}

/** How loud a producer is, in dBov: 0 is the loudest there is, −127 silence. */
export interface AudioVolume {
  producerId: string;
  decibels: number;
}

/** What a room hears from its media. */
export interface RoomMediaEvents {
  /** Someone else dominates the conversation. */
  dominantSpeaker(producerId: string): void;
  /** Several times a second, who can be heard and how loud; empty once when all have fallen silent. */
  audioVolumes(volumes: readonly AudioVolume[]): void;
}

/** The media of all rooms. The domain knows the SFU by the interfaces of this file only. */
export interface MediaServer {
  /** What every room can carry: a constant of the deployment. */
  readonly rtpCapabilities: RtpCapabilities;
  openRoom(events: RoomMediaEvents): Promise<RoomMedia>;
}

/** The media of one room. */
export interface RoomMedia {
  /**
   * Both directions of one participant's connection.
   *
   * @param onLost called when the process that carries them has died: they and all that was made on them are gone.
   */
  openTransports(onLost: () => void): Record<Direction, Promise<MediaTransport>>;
  /** Sends a track on to a port of this machine. Rejects when it is gone. */
  openTap(options: TapOptions): Promise<MediaTap>;
  /** Closes all that was made in the room. Idempotent. */
  close(): void;
}

/** What is needed to receive a track. */
export interface ProduceOptions {
  id: string;
  kind: MediaKind;
  rtpParameters: RtpParameters;
  paused: boolean;
  /** How well it arrives, from 0 to 10; told when it changes. */
  onScore?(score: number): void;
}

/** What is needed to send a producer's track to someone. */
export interface ConsumeOptions {
  producerId: string;
  rtpCapabilities: RtpCapabilities;
  paused: boolean;
  preferredLayers?: Layers;
  onLayersChange(layers: Required<Layers> | null): void;
  /** How well it arrives at the other end, from 0 to 10; told when it changes. */
  onScore?(score: number): void;
}

/** What the sender of a track says of its time: what it captures at that moment has that timestamp. */
export interface SenderReport {
  /** In milliseconds, by the sender's clock. */
  readonly ntpMs: number;
  /** 32 bits, in ticks of the codec's clock. */
  readonly timestamp: number;
}

/** What is needed to send a producer's track to a port of this machine. */
export interface TapOptions {
  readonly producerId: string;
  readonly port: number;
  /** Called when the producer was paused and is so no more. */
  onResumed(): void;
  /**
   * Called with what the sender says of its time, of each layer; timestamps are those of the layer whose pictures come
   * first, of others they have nothing to do with what comes.
   */
  onReport(report: SenderReport, clock: SenderClock): void;
}

/** A track that is sent to a port of this machine as plain RTP: of layers, the highest that comes. */
export interface MediaTap {
  /** Where it comes from. */
  readonly port: number;
  readonly rtpParameters: RtpParameters;
  /** Lets it flow, from a key frame on. */
  start(): Promise<void>;
  requestKeyFrame(): void;
  /** Idempotent. */
  close(): void;
}

/** One direction of a participant's connection. */
export interface MediaTransport {
  /** Where and how to reach it. The DTLS role is settled by {@link connect}. */
  readonly info: TransportInfo;
  connect(dtlsParameters: DtlsParameters): Promise<void>;
  /** Begins ICE anew; media goes on meanwhile. */
  restartIce(): Promise<IceParameters>;
  /** Receives a track. Rejects when the parameters are not valid or the id is taken. */
  produce(options: ProduceOptions): Promise<MediaProducer>;
  /** Sends a track. Rejects when the other end cannot receive it, or when it is gone. */
  consume(options: ConsumeOptions): Promise<MediaConsumer>;
  /** Closes it and what was made on it. Idempotent. */
  close(): void;
}

/** A track that arrives. Its consumers close with it. */
export interface MediaProducer {
  /** Layers it comes in, 1 when it is not layered. */
  readonly spatialLayers: number;
  setPaused(paused: boolean): Promise<void>;
  close(): void;
}

/** A track that is sent to one participant. */
export interface MediaConsumer {
  readonly id: string;
  readonly rtpParameters: RtpParameters;
  readonly paused: boolean;
  setPaused(paused: boolean): Promise<void>;
  /** The highest layers wanted; what is left out stays as it is. */
  setPreferredLayers(layers: Partial<Layers>): Promise<void>;
  setPriority(priority: number): Promise<void>;
  requestKeyFrame(): Promise<void>;
  close(): void;
}
