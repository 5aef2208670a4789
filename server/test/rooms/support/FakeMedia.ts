import { randomUUID } from 'node:crypto';
import type {
  ConsumeOptions,
  Direction,
  Layers,
  MediaConsumer,
  MediaProducer,
  MediaServer,
  MediaTransport,
  ProduceOptions,
  RoomMedia,
  RoomMediaEvents,
  TapOptions,
} from '../../../src/rooms/RoomMedia.ts';

/** A consumer that remembers what was asked of it. */
export interface FakeConsumer extends MediaConsumer {
  options: ConsumeOptions;
  closed: boolean;
  layers: Partial<Layers> | undefined;
  priority: number | undefined;
  keyFrames: number;
}

/** A transport that remembers what was made on it. */
export interface FakeTransport extends MediaTransport {
  direction: Direction;
  /** Lets the process die that carries it. */
  lose(): void;
  connected: unknown[];
  produced: (ProduceOptions & { closed: boolean })[];
  consumed: FakeConsumer[];
  closed: boolean;
}

/** The media of one room, open to the test. */
export interface FakeRoomMedia extends RoomMedia {
  events: RoomMediaEvents;
  transports: FakeTransport[];
  taps: TapOptions[];
  closed: boolean;
}

/** Media without media: everything is made at the next opportunity, unless {@link FakeMedia.hold} keeps it back. */
export class FakeMedia implements MediaServer {
  readonly rtpCapabilities = { codecs: [], headerExtensions: [] };
  readonly rooms: FakeRoomMedia[] = [];
  /** Codecs of producers that nobody can consume, by producer id. */
  readonly unconsumable = new Set<string>();
  /** Producer ids that are refused. */
  readonly refused = new Set<string>();
  /** What the making of consumers of a producer waits for, by producer id. */
  readonly slow = new Map<string, Promise<void>>();
  #gate: Promise<void> = Promise.resolve();

  /** Nothing is made until the returned function is called. */
  hold(): () => void {
    let release = () => {};
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  async openRoom(events: RoomMediaEvents): Promise<RoomMedia> {
    await this.#gate;
    const transports: FakeTransport[] = [];
    const room: FakeRoomMedia = {
      events,
      transports,
      taps: [],
      closed: false,
      openTransports: (onLost) => {
        const open = async (direction: Direction) => {
          await this.#gate;
          const transport = this.#transport(direction, onLost);
          transports.push(transport);
          return transport;
        };
        return { send: open('send'), receive: open('receive') };
      },
      openTap: async (options) => {
        room.taps.push(options);
        return {
          port: 1,
          rtpParameters: { codecs: [], headerExtensions: [], encodings: [] },
          start: async () => {},
          requestKeyFrame: () => {},
          close: () => {},
        };
      },
      close: () => {
        room.closed = true;
      },
    };
    this.rooms.push(room);
    return room;
  }

  #transport(direction: Direction, lose: () => void): FakeTransport {
    const transport: FakeTransport = {
      direction,
      lose,
      connected: [],
      produced: [],
      consumed: [],
      closed: false,
      info: {
        id: randomUUID(),
        iceParameters: { usernameFragment: 'u', password: 'p' },
        iceCandidates: [],
        dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'AA' }] },
      },
      restartIce: async () => ({ usernameFragment: 'new', password: 'new' }),
      connect: async (dtlsParameters) => void transport.connected.push(dtlsParameters),
      produce: async (options): Promise<MediaProducer> => {
        await this.#gate;
        if (transport.closed) throw new Error('transport closed');
        if (this.refused.has(options.id)) throw new Error('refused');
        const produced = { ...options, closed: false };
        transport.produced.push(produced);
        return {
          spatialLayers: options.rtpParameters.encodings.length,
          setPaused: async (paused) => void Object.assign(produced, { paused }),
          close: () => void Object.assign(produced, { closed: true }),
        };
      },
      consume: async (options): Promise<MediaConsumer> => {
        await this.#gate;
        if (transport.closed) throw new Error('transport closed');
        await this.slow.get(options.producerId);
        if (this.unconsumable.has(options.producerId)) throw new Error('cannot consume');
        const consumer: FakeConsumer = {
          id: randomUUID(),
          rtpParameters: { codecs: [], headerExtensions: [], encodings: [{ ssrc: 1 }], mid: '0' },
          paused: options.paused,
          options,
          closed: false,
          layers: options.preferredLayers,
          priority: undefined,
          keyFrames: 0,
          setPaused: async (paused) => void Object.assign(consumer, { paused }),
          setPreferredLayers: async (layers) => void Object.assign(consumer, { layers }),
          setPriority: async (priority) => void Object.assign(consumer, { priority }),
          requestKeyFrame: async () => void Object.assign(consumer, { keyFrames: consumer.keyFrames + 1 }),
          close: () => void Object.assign(consumer, { closed: true }),
        };
        transport.consumed.push(consumer);
        return consumer;
      },
      close: () => {
        transport.closed = true;
      },
    };
    return transport;
  }
}
