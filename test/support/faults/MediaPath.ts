import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Chance } from './Chance.ts';

/** Key frames come in bursts; with the usual buffer some of them would be lost. */
const BUFFER_BYTES = 4 * 1024 * 1024;

interface Candidate {
  readonly ip?: string;
  readonly address?: string;
  readonly port: number;
  readonly protocol: 'udp' | 'tcp';
}

/** Where the media of one client goes: UDP and TCP ports of its own in front of the server's. */
export class MediaPath {
  /** False: packets are swallowed, both ways. */
  udp = true;
  /** The part of the packets that is lost, both ways: from 0 (none) to 1. Which ones is chance, as on a real network. */
  loss = 0;
  /** False: what is sent over TCP is swallowed, both ways. */
  tcp = true;
  readonly #udpSocket: UdpSocket;
  readonly #tcpServer: Server;
  readonly #flows = new Map<number, UdpSocket>();
  readonly #connections = new Set<Socket>();
  readonly #chance = new Chance();
  #ports = { udp: 0, tcp: 0 };
  /** Address that the server sees packets come from. */
  #seenAt = '127.0.0.1';

  private constructor(udpSocket: UdpSocket) {
    this.#udpSocket = udpSocket;
    udpSocket.on('message', (packet, { port }) => {
      if (this.#passes()) this.#flow(port).send(packet, this.#ports.udp, '127.0.0.1');
    });
    this.#tcpServer = createServer((client) => {
      const server = connect(this.#ports.tcp, '127.0.0.1');
      for (const [from, to] of [
        [client, server],
        [server, client],
      ] as const) {
        this.#connections.add(from);
        from.on('data', (chunk) => this.tcp && to.write(chunk));
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#connections.delete(from);
          to.destroy();
        });
      }
    });
  }

  static async start(): Promise<MediaPath> {
    const socket = createSocket({ type: 'udp4', recvBufferSize: BUFFER_BYTES });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const path = new MediaPath(socket);
    path.#tcpServer.listen(0, '127.0.0.1');
    await once(path.#tcpServer, 'listening');
    return path;
  }

  /** Leads the media of a join this way: takes the ports of the server out of its answer, and puts its own in. */
  rewriteJoin = (answer: string): string => {
    const own = { udp: this.#udpSocket.address().port, tcp: (this.#tcpServer.address() as AddressInfo).port };
    const joined = JSON.parse(answer);
    for (const direction of ['send', 'receive']) {
      const transport = joined.transports[direction];
      transport.iceCandidates = transport.iceCandidates.map((candidate: Candidate) => {
        this.#ports = { ...this.#ports, [candidate.protocol]: candidate.port };
        return { ...candidate, port: own[candidate.protocol] };
      });
    }
    return JSON.stringify(joined);
  };

  /** Neither way is open. */
  block(): void {
    this.udp = false;
    this.tcp = false;
  }

  open(): void {
    this.udp = true;
    this.tcp = true;
  }

  /** From now on packets come from another address and other ports, and what is sent to the ones before is lost. */
  move(): void {
    this.#seenAt = this.#seenAt === '127.0.0.1' ? '127.0.0.9' : '127.0.0.1';
    for (const upstream of this.#flows.values()) upstream.close();
    this.#flows.clear();
  }

  async close(): Promise<void> {
    for (const upstream of this.#flows.values()) upstream.close();
    this.#flows.clear();
    for (const socket of this.#connections) socket.destroy();
    this.#udpSocket.close();
    await new Promise((closed) => this.#tcpServer.close(closed));
  }

  /** Whether the next packet gets through. */
  #passes(): boolean {
    return this.udp && (this.loss === 0 || this.#chance.next() >= this.loss);
  }

  #flow(clientPort: number): UdpSocket {
    const known = this.#flows.get(clientPort);
    if (known) return known;
    const upstream = createSocket({ type: 'udp4', recvBufferSize: BUFFER_BYTES });
    upstream.bind(0, this.#seenAt);
    upstream.on('message', (packet) => this.#passes() && this.#udpSocket.send(packet, clientPort, '127.0.0.1'));
    this.#flows.set(clientPort, upstream);
    return upstream;
  }
}
