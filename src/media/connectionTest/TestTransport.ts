import type { Device, types } from 'mediasoup-client';
import { roomError } from '../../errors/index.ts';
import type { TestTransportInfo } from '../../protocol/index.ts';
import type { TestSignalling } from '../../signalling/index.ts';
import { readPath } from '../stats/readPath.ts';

/** By what the media server is to be reached. */
export type TestedWay = 'udp' | 'tcp' | 'turn';

interface TestTransportOptions {
  readonly device: Device;
  readonly way: TestedWay;
  readonly iceServers: readonly RTCIceServer[];
  readonly signalling: TestSignalling;
  readonly signal: AbortSignal;
}

/** How long a way may take to open, in milliseconds. */
const OPEN_TIMEOUT = 6_000;
/** One message of a flood, and how much may wait in the browser. */
const MESSAGE_BYTES = 16 * 1024;
const ENOUGH_WAITING = 256 * 1024;

/** How fast something went. */
export interface Throughput {
  readonly bytes: number;
  /** Bits per second. */
  readonly bitrate: number;
}

/** A transport of a connection test that may take one way only. */
export class TestTransport {
  readonly #options: TestTransportOptions;
  readonly #transport: types.Transport;
  readonly #channel: Channel;

  private constructor(options: TestTransportOptions, transport: types.Transport, channel: Channel) {
    this.#options = options;
    this.#transport = transport;
    this.#channel = channel;
  }

  /** @throws RoomError `unreachable` when this way does not open, `aborted` */
  static async open(direction: 'up' | 'down', options: TestTransportOptions): Promise<TestTransport> {
    const { device, way, iceServers, signalling, signal } = options;
    const info = await signalling.act('open', {});
    const transportOptions = {
      ...info,
      iceCandidates: candidatesOf(info, way),
      iceServers: [...iceServers],
      iceTransportPolicy: way === 'turn' ? 'relay' : 'all',
    } as types.TransportOptions;
    const transport =
      direction === 'up' ? device.createSendTransport(transportOptions) : device.createRecvTransport(transportOptions);
    const opened = Promise.withResolvers<never>();
    opened.promise.catch(() => {});
    const fail = (cause?: unknown) => opened.reject(roomError('unreachable', WHY[way], cause));
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const parameters = dtlsParameters as Parameters<typeof signalling.act<'connect'>>[1]['dtlsParameters'];
      signalling.act('connect', { transportId: info.id, dtlsParameters: parameters }).then(done, failed);
    });
    transport.on('producedata', ({ sctpStreamParameters }, done, failed) => {
      const { streamId, ordered } = sctpStreamParameters;
      const parameters = { ...(streamId !== undefined && { streamId }), ...(ordered !== undefined && { ordered }) };
      signalling.act('produce', { transportId: info.id, sctpStreamParameters: parameters }).then(done, failed);
    });
    transport.on('connectionstatechange', (state) => {
      if (state === 'failed') fail();
    });
    const timer = setTimeout(fail, OPEN_TIMEOUT);
    const aborted = () => opened.reject(roomError('aborted'));
    signal.addEventListener('abort', aborted);
    try {
      const channel = await Promise.race([opened.promise, channelOf(transport, info.id, direction, signalling)]);
      await Promise.race([opened.promise, whenOpen(channel)]);
      signal.throwIfAborted();
      return new TestTransport(options, transport, channel);
    } catch (error) {
      transport.close();
      throw signal.aborted ? roomError('aborted', undefined, error) : error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
    }
  }

  /** Milliseconds to the server and back, and what the packets travel by. */
  async path(): Promise<{ readonly roundTripTime: number | null; readonly protocol: string | null }> {
    const path = readPath(await this.#transport.getStats());
    return { roundTripTime: path?.roundTripTime ?? null, protocol: path?.protocol ?? null };
  }

  /** Sends for so long, as much as the line takes, and lets the server count what arrives. */
  async upload(maxBytes: number, durationMs: number): Promise<Throughput> {
    const { signalling, signal } = this.#options;
    const transportId = this.#transport.id;
    const before = await signalling.act('received', { transportId });
    const end = performance.now() + durationMs;
    const message = new Uint8Array(MESSAGE_BYTES);
    const { producer } = this.#channel;
    if (!producer) throw roomError('internal', 'This transport receives only.');
    for (let sent = 0; sent + MESSAGE_BYTES <= maxBytes && performance.now() < end && !signal.aborted; ) {
      if (producer.readyState !== 'open') break;
      if (producer.bufferedAmount > ENOUGH_WAITING) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        continue;
      }
      producer.send(message);
      sent += MESSAGE_BYTES;
    }
    while (producer.bufferedAmount > 0 && performance.now() < end && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const after = await signalling.act('received', { transportId });
    return throughput(after.bytes - before.bytes, after.at - before.at);
  }

  /** Has the server send for so long, as much as the line takes. */
  async download(durationMs: number): Promise<Throughput> {
    let bytes = 0;
    let first = 0;
    let last = 0;
    let earliest = 0;
    const { consumer } = this.#channel;
    if (!consumer) throw roomError('internal', 'This transport sends only.');
    consumer.binaryType = 'arraybuffer';
    const take = (data: ArrayBuffer) => {
      last = performance.now();
      if (bytes === 0) {
        first = last;
        earliest = data.byteLength;
      }
      bytes += data.byteLength;
    };
    consumer.on('message', take);
    const { bytes: sent } = await this.#options.signalling.act('flood', {
      transportId: this.#transport.id,
      durationMs,
    });
    // What was still on its way; on a slow line that is not waited for.
    const end = performance.now() + 1_000;
    while (bytes < sent && performance.now() < end && !this.#options.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    consumer.off('message', take);
    // The time began with the first message, which was there by then.
    return throughput(bytes - earliest, last - first);
  }

  close(): void {
    this.#transport.close();
  }
}

/** What a transport sends or receives by. */
interface Channel {
  readonly producer: types.DataProducer | null;
  readonly consumer: types.DataConsumer | null;
}

const WHY: Record<TestedWay, string> = {
  udp: 'The media server cannot be reached by UDP: a firewall may block it.',
  tcp: 'The media server cannot be reached by TCP: a firewall may block it.',
  turn: 'The media server cannot be reached by way of the TURN servers: they may be blocked, or not answer.',
};

/** Only what leads that way; a TURN server may take any. */
function candidatesOf({ iceCandidates }: TestTransportInfo, way: TestedWay) {
  return way === 'turn' ? iceCandidates : iceCandidates.filter(({ protocol }) => protocol === way);
}

async function channelOf(
  transport: types.Transport,
  transportId: string,
  direction: 'up' | 'down',
  signalling: TestSignalling,
): Promise<Channel> {
  if (direction === 'up') {
    return { producer: await transport.produceData({ ordered: true }), consumer: null };
  }
  const { id, dataProducerId, sctpStreamParameters } = await signalling.act('consume', { transportId });
  const { streamId = 0, ordered = true } = sctpStreamParameters;
  const consumer = await transport.consumeData({ id, dataProducerId, sctpStreamParameters: { streamId, ordered } });
  return { producer: null, consumer };
}

function whenOpen({ producer, consumer }: Channel): Promise<void> {
  if ((producer ?? consumer)?.readyState === 'open') return Promise.resolve();
  return new Promise((resolve) => {
    producer?.on('open', resolve);
    consumer?.on('open', resolve);
  });
}

function throughput(bytes: number, ms: number): Throughput {
  return { bytes, bitrate: ms > 0 ? Math.round((bytes * 8 * 1000) / ms) : 0 };
}
