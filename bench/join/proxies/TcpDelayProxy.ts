import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { DelayLine } from './DelayLine.ts';
import type { Link } from './Link.ts';

/**
 * A line to an HTTP server on this machine. The kernel's own handshake takes no time on loopback, so the first
 * bytes of a connection wait for the round trip that it would have taken. Congestion windows are not
 * modelled: messages of up to ten segments are the same with them.
 */
export class TcpDelayProxy {
  readonly #link: Link;
  readonly #target: URL;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #lines = new Set<DelayLine>();

  private constructor(target: URL, link: Link) {
    this.#target = target;
    this.#link = link;
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#connected(client));
  }

  /** @param target - The server, such as `http://127.0.0.1:7070`. */
  static async open(target: string, link: Link): Promise<TcpDelayProxy> {
    const proxy = new TcpDelayProxy(new URL(target), link);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** The server's address by way of this line. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const line of this.#lines) line.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #connected(client: Socket): void {
    const { hostname: host, port } = this.#target;
    const established = performance.now() + this.#link.rtt;
    const server = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true });
    this.#pipe(client, server, () => Math.max(0, established - performance.now()));
    this.#pipe(server, client, () => 0);
  }

  /** @param extra - What a chunk waits beside half a round trip. */
  #pipe(from: Socket, to: Socket, extra: () => number): void {
    const line = new DelayLine();
    const delay = () => extra() + this.#link.rtt / 2;
    this.#sockets.add(from);
    this.#lines.add(line);
    from.on('data', (chunk) => line.push(delay(), () => to.write(chunk)));
    from.on('end', () => line.push(delay(), () => to.end()));
    // A connection that breaks, breaks at the other end too.
    from.on('error', () => to.destroy());
    from.on('close', () => this.#sockets.delete(from));
    to.on('close', () => {
      line.close();
      this.#lines.delete(line);
    });
  }
}
