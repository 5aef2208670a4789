import type { types } from 'mediasoup';
import type { DtlsParameters, IceParameters, RtpParameters, TransportInfo } from '../../../src/protocol/index.ts';
import type {
  ConsumeOptions,
  Layers,
  MediaConsumer,
  MediaProducer,
  MediaTransport,
  ProduceOptions,
} from '../rooms/RoomMedia.ts';

/**
 * How long after a key frame request mediasoup waits before it asks again. Browsers ignore a second request within
 * 300 ms; with less than that the next try comes a whole second later.
 */
const KEY_FRAME_REQUEST_DELAY_MS = 350;

/** A WebRtcTransport. Parameters that came through the protocol's schemas are handed to mediasoup as they are. */
export class MediasoupTransport implements MediaTransport {
  readonly #transport: types.WebRtcTransport;
  readonly #onProducer: (producer: types.Producer) => Promise<void>;

  /** @param onProducer is waited for before a producer counts as made. */
  constructor(transport: types.WebRtcTransport, onProducer: (producer: types.Producer) => Promise<void>) {
    this.#transport = transport;
    this.#onProducer = onProducer;
  }

  get info(): TransportInfo {
    const { id, iceParameters, iceCandidates, dtlsParameters } = this.#transport;
    return { id, iceParameters, iceCandidates, dtlsParameters };
  }

  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    await this.#transport.connect({ dtlsParameters: dtlsParameters as types.DtlsParameters });
  }

  restartIce(): Promise<IceParameters> {
    return this.#transport.restartIce();
  }

  async produce({ id, kind, rtpParameters, paused }: ProduceOptions): Promise<MediaProducer> {
    const producer = await this.#transport.produce({
      id,
      kind,
      rtpParameters: rtpParameters as types.RtpParameters,
      paused,
      ...(kind === 'video' && { keyFrameRequestDelay: KEY_FRAME_REQUEST_DELAY_MS }),
    });
    await this.#onProducer(producer);
    return {
      spatialLayers: spatialLayersOf(producer.rtpParameters),
      setPaused: (wanted) => (wanted ? producer.pause() : producer.resume()),
      close: () => producer.close(),
    };
  }

  async consume({ producerId, rtpCapabilities, paused, preferredLayers, onLayersChange }: ConsumeOptions) {
    const consumer = await this.#transport.consume({
      producerId,
      rtpCapabilities: rtpCapabilities as types.RtpCapabilities,
      paused,
      ...(preferredLayers && { preferredLayers }),
    });
    consumer.on('layerschange', (layers) =>
      onLayersChange(layers ? ({ temporalLayer: 0, ...layers } as Required<Layers>) : null),
    );
    return wrap(consumer);
  }

  close(): void {
    this.#transport.close();
  }
}

function wrap(consumer: types.Consumer): MediaConsumer {
  return {
    id: consumer.id,
    rtpParameters: consumer.rtpParameters as RtpParameters,
    get paused() {
      return consumer.paused;
    },
    setPaused: (wanted) => (wanted ? consumer.pause() : consumer.resume()),
    setPreferredLayers: async (layers) => {
      const spatialLayer = layers.spatialLayer ?? consumer.preferredLayers?.spatialLayer;
      // A consumer without layers has none to prefer.
      if (spatialLayer === undefined || consumer.type === 'simple') return;
      await consumer.setPreferredLayers({ ...layers, spatialLayer });
    },
    setPriority: (priority) => consumer.setPriority(priority),
    close: () => consumer.close(),
  };
}

/** Simulcast has an encoding for each layer; SVC one encoding that names them, as in `L3T3`. */
function spatialLayersOf({ encodings = [] }: types.RtpParameters): number {
  if (encodings.length > 1) return encodings.length;
  return Number(/^[LS](\d)/.exec(encodings[0]?.scalabilityMode ?? '')?.[1] ?? 1);
}
