import { createServer, type IncomingMessage, request as open, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { DelayLine } from '../../../bench/join/proxies/DelayLine.ts';
import { WebSocketFrames } from './WebSocketFrames.ts';

/** What becomes of a message: it gets lost, comes twice, or comes so many milliseconds later, with all after it. */
export type Fate = 'pass' | 'lost' | 'twice' | number;

/** A socket that goes through the line, with the one at its other end. */
interface Wire {
  readonly client: Socket;
  readonly server: Socket;
  /** Nothing of it arrives any more, and neither end is told. */
  dead: boolean;
}

/** The line between a client and the room server: HTTP and the WebSocket go through it, as long as a test lets them. */
export class SignallingLine {
  /** What becomes of the messages of the WebSocket. */
  fate: (message: string, fromClient: boolean) => Fate = () => 'pass';
  /** Changes the answer of a join, or of a lobby, on its way. */
  rewriteJoin: (answer: string) => string = (answer) => answer;
  readonly #target: URL;
  readonly #server: Server;
  readonly #clients = new Set<Socket>();
  readonly #wires = new Set<Wire>();
  readonly #delays = new Set<DelayLine>();
  /** What waits until something arrives again; null while it does. */
  #stalled: (() => void)[] | null = null;
  #down = false;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((request, response) => void this.#whenPassable(() => this.#forward(request, response)));
    this.#server.on('upgrade', (request, socket) => this.#whenPassable(() => this.#connect(request, socket as Socket)));
    this.#server.on('connection', (socket) => {
      if (this.#down) socket.destroy();
      this.#clients.add(socket);
      socket.on('close', () => this.#clients.delete(socket));
      socket.on('error', () => {});
    });
  }

  static async start(serverUrl: string): Promise<SignallingLine> {
    const line = new SignallingLine(new URL(serverUrl));
    await new Promise<void>((listening) => line.#server.listen(0, '127.0.0.1', listening));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** WebSockets that go through it now. */
  get sockets(): number {
    return [...this.#wires].filter(({ dead }) => !dead).length;
  }

  get stalled(): boolean {
    return this.#stalled !== null;
  }

  /** Breaks everything that goes through it; what comes next goes through again. */
  cut(): void {
    for (const socket of this.#clients) socket.destroy();
    for (const { server } of this.#wires) server.destroy();
  }

  /** Breaks everything, and refuses what comes next until {@link up}. */
  down(): void {
    this.#down = true;
    this.cut();
  }

  up(): void {
    this.#down = false;
  }

  /** Nothing arrives any more at either end, and neither is told; what is sent arrives with {@link flow}, late. */
  stall(): void {
    this.#stalled ??= [];
  }

  flow(): void {
    const waiting = this.#stalled ?? [];
    this.#stalled = null;
    for (const go of waiting) go();
  }

  /** The WebSockets there are lead nowhere from now on, and neither end is told; new ones are fine. */
  halfOpen(): void {
    for (const wire of this.#wires) wire.dead = true;
  }

  /** Closes the WebSockets in order, as the server would. */
  closeAsServer(): void {
    const GOING_AWAY = Buffer.from([0x88, 0x02, 0x03, 0xe9]);
    for (const { client, server } of this.#wires) {
      client.end(GOING_AWAY);
      server.destroy();
    }
  }

  async close(): Promise<void> {
    for (const delay of this.#delays) delay.close();
    this.down();
    await new Promise((closed) => this.#server.close(closed));
  }

  #whenPassable(go: () => void): void {
    if (this.#stalled) this.#stalled.push(go);
    else go();
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const { hostname, port } = this.#target;
    const { url = '/', method = 'GET', headers } = request;
    const onward = open({ hostname, port, path: url, method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of answer) chunks.push(chunk);
      } catch {
        response.destroy();
        return;
      }
      const body = Buffer.concat(chunks);
      // Whoever is in the lobby first has their transports from there.
      const hasTransports = /^\/v2\/rtc\/(join|lobby)/.test(url) && answer.statusCode === 200;
      const changed = hasTransports ? Buffer.from(this.rewriteJoin(body.toString())) : body;
      const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers;
      this.#whenPassable(() => {
        response.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': changed.length }).end(changed);
      });
    });
    onward.on('error', () => response.destroy());
    request.on('error', () => onward.destroy());
    request.pipe(onward);
  }

  #connect(request: IncomingMessage, client: Socket): void {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    const wire: Wire = { client, server, dead: false };
    this.#wires.add(wire);
    const lines = [`GET ${request.url} HTTP/1.1`];
    for (let index = 0; index < request.rawHeaders.length; index += 2) {
      lines.push(`${request.rawHeaders[index]}: ${request.rawHeaders[index + 1]}`);
    }
    server.write(`${lines.join('\r\n')}\r\n\r\n`);
    this.#carry(wire, client, server, true);
    this.#carryHead(wire);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        this.#wires.delete(wire);
        // An end that is far away hears nothing of it as long as nothing arrives.
        if (!wire.dead) this.#whenPassable(() => other.destroy());
      });
    }
  }

  /** The server's answer to the upgrade; frames come after it. */
  #carryHead(wire: Wire): void {
    const { client, server } = wire;
    let head = Buffer.alloc(0);
    const take = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      server.off('data', take);
      client.write(head.subarray(0, end + 4));
      this.#carry(wire, server, client, false, head.subarray(end + 4));
    };
    server.on('data', take);
  }

  #carry(wire: Wire, from: Socket, to: Socket, fromClient: boolean, first: Buffer = Buffer.alloc(0)): void {
    const frames = new WebSocketFrames();
    const delay = new DelayLine();
    this.#delays.add(delay);
    const take = (chunk: Buffer) => {
      for (const { bytes, text } of frames.push(chunk)) {
        const fate = text === null ? 'pass' : this.fate(text, fromClient);
        if (fate === 'lost') continue;
        const bytesOut = fate === 'twice' ? Buffer.concat([bytes, bytes]) : bytes;
        const write = () => this.#whenPassable(() => !wire.dead && !to.destroyed && to.write(bytesOut));
        delay.push(typeof fate === 'number' ? fate : 0, write);
      }
    };
    from.on('data', take);
    take(first);
  }
}
