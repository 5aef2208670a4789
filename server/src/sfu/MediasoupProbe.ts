import type { types } from 'mediasoup';
import type { DtlsParameters, TestActionAnswer, TestActionData } from '../../../src/protocol/index.ts';
import type { ProbeMedia, ProbeTransport } from '../connectionTests/ProbeMedia.ts';

/** One message of a flood. */
const MESSAGE = Buffer.alloc(16 * 1024, 0x2a);
/** More waits in the SFU than this: the line is full, and is left alone until some of it has gone. */
const ENOUGH_WAITING = 256 * 1024;
const LOOK_AGAIN_MS = 10;

/** A router for one connection test. */
export class MediasoupProbe implements ProbeMedia {
  readonly #router: types.Router;
  readonly #webRtcServer: types.WebRtcServer;

  constructor(router: types.Router, webRtcServer: types.WebRtcServer) {
    this.#router = router;
    this.#webRtcServer = webRtcServer;
  }

  async openTransport(): Promise<ProbeTransport> {
    const transport = await this.#router.createWebRtcTransport({
      webRtcServer: this.#webRtcServer,
      enableUdp: true,
      enableTcp: true,
      enableSctp: true,
    });
    return new MediasoupProbeTransport(this.#router, transport);
  }

  close(): void {
    this.#router.close();
  }
}

class MediasoupProbeTransport implements ProbeTransport {
  readonly #router: types.Router;
  readonly #transport: types.WebRtcTransport;
  #source: types.DataProducer | null = null;
  #consumer: types.DataConsumer | null = null;

  constructor(router: types.Router, transport: types.WebRtcTransport) {
    this.#router = router;
    this.#transport = transport;
  }

  get info() {
    const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = this.#transport;
    if (!sctpParameters) throw new Error('The transport of a test has no SCTP.');
    return { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters };
  }

  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    await this.#transport.connect({ dtlsParameters: dtlsParameters as types.DtlsParameters });
  }

  async produce(parameters: TestActionData<'produce'>['sctpStreamParameters']): Promise<string> {
    const producer = await this.#transport.produceData({
      sctpStreamParameters: parameters as types.SctpStreamParameters,
    });
    return producer.id;
  }

  async consume(): Promise<TestActionAnswer<'consume'>> {
    const direct = await this.#router.createDirectTransport();
    this.#source = await direct.produceData();
    this.#consumer = await this.#transport.consumeData({ dataProducerId: this.#source.id, ordered: true });
    const { id, dataProducerId, sctpStreamParameters } = this.#consumer;
    return { id, dataProducerId, sctpStreamParameters: { ...sctpStreamParameters } };
  }

  async flood(maxBytes: number, durationMs: number): Promise<number> {
    const source = this.#source;
    const consumer = this.#consumer;
    if (!source || !consumer) return 0;
    const end = performance.now() + durationMs;
    let bytes = 0;
    while (bytes + MESSAGE.length <= maxBytes && performance.now() < end && !source.closed && !consumer.closed) {
      if ((await waiting(consumer)) > ENOUGH_WAITING) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
        continue;
      }
      // A few at a time: each look at what waits is a question to the worker.
      for (let count = 0; count < 4 && bytes + MESSAGE.length <= maxBytes; count += 1) {
        source.send(MESSAGE);
        bytes += MESSAGE.length;
      }
    }
    return bytes;
  }

  async received(): Promise<number> {
    const [stats] = await this.#transport.getStats();
    return stats?.bytesReceived ?? 0;
  }
}

/** Bytes that the line has not taken yet; of a consumer that is gone, nothing can be said any more. */
async function waiting(consumer: types.DataConsumer): Promise<number> {
  try {
    return await consumer.getBufferedAmount();
  } catch {
    return 0;
  }
}
