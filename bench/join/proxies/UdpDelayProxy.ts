import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { DelayLine } from './DelayLine.ts';
import type { Link } from './Link.ts';
import { MediaTrace } from './MediaTrace.ts';

/** Key frames come in bursts; with the usual buffer the proxy would lose some of them. */
const BUFFER_BYTES = 4 * 1024 * 1024;

/** One client address: its socket towards the server, and the line each way. */
interface Flow {
  readonly upstream: Socket;
  readonly up: DelayLine;
  readonly down: DelayLine;
}

/**
 * A line to a media port. It listens on one address and sends on to the same port of another, because an
 * ICE candidate of the server tells another address readily, but not another port.
 */
export class UdpDelayProxy {
  readonly trace = new MediaTrace();
  readonly #link: Link;
  readonly #target: string;
  readonly #socket: Socket;
  readonly #flows = new Map<string, Flow>();

  private constructor(socket: Socket, target: string, link: Link) {
    this.#socket = socket;
    this.#target = target;
    this.#link = link;
    socket.on('message', (packet, { address, port }) => {
      const { up, upstream } = this.#flow(address, port);
      up.push(this.#link.rtt / 2, () => {
        this.trace.add(port, true, packet);
        upstream.send(packet, this.port, this.#target);
      });
    });
  }

  /**
   * @param address - Where to listen, on any free port.
   * @param target - Where to send on to, at the same port.
   */
  static async open(address: string, target: string, link: Link): Promise<UdpDelayProxy> {
    const socket = createSocket({ type: 'udp4', recvBufferSize: BUFFER_BYTES });
    socket.bind(0, address);
    await once(socket, 'listening');
    return new UdpDelayProxy(socket, target, link);
  }

  get port(): number {
    return this.#socket.address().port;
  }

  /** Forgets all clients, which are gone, and what was seen of them. */
  forgetClients(): void {
    for (const { upstream, up, down } of this.#flows.values()) {
      up.close();
      down.close();
      upstream.close();
    }
    this.#flows.clear();
    this.trace.clear();
  }

  async close(): Promise<void> {
    this.forgetClients();
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #flow(address: string, port: number): Flow {
    const name = `${address}:${port}`;
    const known = this.#flows.get(name);
    if (known) return known;
    const upstream = createSocket({ type: 'udp4', recvBufferSize: BUFFER_BYTES });
    const flow: Flow = { upstream, up: new DelayLine(), down: new DelayLine() };
    upstream.on('message', (packet) => {
      this.trace.add(port, false, packet);
      flow.down.push(this.#link.rtt / 2, () => this.#socket.send(packet, port, address));
    });
    this.#flows.set(name, flow);
    return flow;
  }
}
