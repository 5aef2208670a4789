import { Device, FakeHandler, testFakeParameters, type types } from 'mediasoup-client';
import type { Environment } from '../../engine/index.ts';
import { PLACEHOLDER } from '../../media/placeholder.ts';
import { Gates } from '../Gates.ts';
import { type Received, receivedStats } from './receivedStats.ts';

type Handler = FakeHandler & types.HandlerInterface;

interface Options {
  /** The track that a consumer brings. @default one of mediasoup-client's own */
  readonly trackOf?: (consumerId: string) => MediaStreamTrack | null;
  /** Milliseconds, for statistics. */
  readonly now?: () => number;
}

/** mediasoup-client as it is, on its own fake of the browser's WebRTC; it tells what was made and what is left of it. */
export class FakeMedia implements Pick<Environment, 'createDevice'> {
  readonly devices: Device[] = [];
  readonly transports: types.Transport[] = [];
  readonly producers: types.Producer[] = [];
  readonly consumers: types.Consumer[] = [];
  /** Negotiations, to hold them up. */
  readonly gates = new Gates<'send' | 'receive'>();
  /** Consumers whose picture stands still although media should flow, and since when. */
  readonly #frozen = new Map<string, number>();
  readonly #options: Options;
  readonly #handlers = new Set<Handler>();
  #networkDown = false;

  constructor(options: Options = {}) {
    this.#options = options;
  }

  readonly createDevice = async (): Promise<Device> => {
    const device = await Device.factory({ handlerFactory: this.#handlerFactory() });
    this.devices.push(device);
    device.observer.on('newtransport', (transport) => {
      this.transports.push(transport);
      transport.observer.on('newproducer', (producer) => this.producers.push(producer));
      transport.observer.on('newconsumer', (consumer) => {
        // It brings no stream, and so it does not count.
        if (consumer.producerId !== PLACEHOLDER) this.consumers.push(consumer);
      });
    });
    return device;
  };

  /** How much of what was made is still open. */
  get open(): { transports: number; producers: number; consumers: number } {
    const count = (things: readonly { closed: boolean }[]) => things.filter(({ closed }) => !closed).length;
    return {
      transports: count(this.transports),
      producers: count(this.producers),
      consumers: count(this.consumers),
    };
  }

  /** The path of all transports is gone; until {@link restorePath}, beginning ICE anew does not help. */
  losePath(): void {
    this.#networkDown = true;
    for (const handler of this.#handlers) handler.setConnectionState('failed');
  }

  restorePath(): void {
    this.#networkDown = false;
  }

  /** Whether the picture of a consumer stands still, since when: at 0 it never had one. */
  freeze(consumerId: string, frozen: boolean, since = this.#options.now?.() ?? 0): void {
    if (frozen) this.#frozen.set(consumerId, since);
    else this.#frozen.delete(consumerId);
  }

  #handlerFactory(): types.HandlerFactory {
    const fake = FakeHandler.createFactory(testFakeParameters);
    return { ...fake, factory: (options) => this.#watched(fake.factory(options) as Handler) };
  }

  /** Adds what mediasoup-client's own fake leaves out: connection states, tracks of ours, statistics. */
  #watched(handler: Handler): Handler {
    const { trackOf, now = () => 0 } = this.#options;
    const receiving = new Map<string, Received>();
    const statsOf = ({ id, ...rest }: Received) => receivedStats({ id, ...rest }, this.#frozen.get(id) ?? now());
    const { send, receive, stopReceiving, restartIce, close } = handler;
    let connected = false;
    const connect = () => {
      if (connected || this.#networkDown) return;
      connected = true;
      handler.setConnectionState('connected');
    };
    this.#handlers.add(handler);
    return Object.assign(handler, {
      close: () => {
        this.#handlers.delete(handler);
        close.call(handler);
      },
      send: async (options: types.HandlerSendOptions) => {
        await this.gates.pass('send');
        const sent = await send.call(handler, options);
        connect();
        return sent;
      },
      receive: async (list: types.HandlerReceiveOptions[]) => {
        await this.gates.pass('receive');
        const received = await receive.call(handler, list);
        connect();
        return received.map((result, index) => {
          const { trackId: id = '', kind = 'video', rtpParameters } = list[index] ?? {};
          const track = trackOf?.(id) ?? result.track;
          const { mid = '', encodings: [encoding] = [] } = rtpParameters ?? {};
          receiving.set(result.localId, { id, kind, mid, ssrc: encoding?.ssrc ?? 0, trackIdentifier: track.id });
          return { ...result, track };
        });
      },
      restartIce: async (parameters: types.IceParameters) => {
        await restartIce.call(handler, parameters);
        connected = false;
        connect();
      },
      stopReceiving: async (localIds: string[]) => {
        for (const localId of localIds) receiving.delete(localId);
        await stopReceiving.call(handler, localIds);
      },
      getReceiverStats: async (localId: string) => {
        const received = receiving.get(localId);
        return new Map(received ? [statsOf(received)] : []) as unknown as RTCStatsReport;
      },
      getTransportStats: async () => new Map([...receiving.values()].map(statsOf)) as unknown as RTCStatsReport,
    });
  }
}
