import type { types } from 'mediasoup';
import type { RtpParameters } from '../../../src/protocol/index.ts';
import type { MediaTap, TapOptions } from '../rooms/RoomMedia.ts';
import { MediasoupConsumer } from './MediasoupConsumer.ts';
import type { MediasoupProducer } from './MediasoupProducer.ts';
import { routerCapabilities } from './mediaCodecs.ts';

const LOOPBACK = '127.0.0.1';
/** What a tap tells the sender of a video; nothing is sent twice, since nothing is lost within the machine. */
const FEEDBACK = new Set(['nack pli', 'ccm fir']);

/**
 * All of a stream, as it comes. A consumer that chooses among the layers of one stream does so by their bitrates, and
 * looks at these when its producer resumes: there is none yet after a camera was off, and nothing but an estimation of
 * the bandwidth, which a plain transport has not, makes it look again. It would stay silent for good.
 */
const WHOLE = { pipe: true, enableRtx: false } as const;

/** Sends a track on as plain RTP, to a port of this machine. */
export class MediasoupTap implements MediaTap {
  readonly #transport: types.PlainTransport;
  readonly #consumer: types.Consumer;
  readonly #gated: MediasoupConsumer;
  readonly #endReports: () => void;

  private constructor(
    transport: types.PlainTransport,
    consumer: types.Consumer,
    producer: MediasoupProducer,
    onReport: TapOptions['onReport'],
  ) {
    this.#transport = transport;
    this.#consumer = consumer;
    this.#endReports = producer.listenToReports(onReport);
    this.#gated = new MediasoupConsumer(consumer, (start) => producer.admit(start));
  }

  /** @param router - Where the track arrives. */
  static async open(
    router: Pick<types.Router, 'createPlainTransport'>,
    producer: MediasoupProducer,
    { producerId, port, onResumed, onReport }: TapOptions,
  ): Promise<MediasoupTap> {
    const transport = await router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: LOOPBACK },
      rtcpMux: true,
      comedia: false,
    });
    try {
      await transport.connect({ ip: LOOPBACK, port });
      const consumer = await transport.consume({
        producerId,
        rtpCapabilities: tapCapabilities(),
        paused: true,
        ...(producer.isSimulcast ? { preferredLayers: { spatialLayer: producer.spatialLayers - 1 } } : WHOLE),
      });
      consumer.on('producerresume', onResumed);
      return new MediasoupTap(transport, consumer, producer, onReport);
    } catch (error) {
      transport.close();
      throw error;
    }
  }

  get port(): number {
    return this.#transport.tuple.localPort;
  }

  get rtpParameters(): RtpParameters {
    return this.#consumer.rtpParameters as RtpParameters;
  }

  start(): Promise<void> {
    return this.#gated.setPaused(false);
  }

  requestKeyFrame(): void {
    // One that is closed meanwhile needs none.
    this.#gated.requestKeyFrame().catch(() => undefined);
  }

  close(): void {
    this.#endReports();
    this.#gated.close();
    this.#transport.close();
  }
}

/** All codecs that rooms carry, without retransmission and header extensions. */
function tapCapabilities(): types.RtpCapabilities {
  const { codecs = [] } = routerCapabilities() as types.RtpCapabilities;
  return {
    codecs: codecs
      .filter(({ mimeType }) => !mimeType.endsWith('/rtx'))
      .map((codec) => ({
        ...codec,
        rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ type, parameter }) => FEEDBACK.has(`${type} ${parameter}`)),
      })),
    headerExtensions: [],
  };
}
