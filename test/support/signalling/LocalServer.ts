import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import protoo from 'protoo-server';

type Peer = InstanceType<typeof protoo.Room>['peers'][number];

/** What a client has sent. */
interface Heard {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into what they know the client sends
  readonly data: any;
}

/** An HTTP answer: a status and what stands in the body, as JSON unless it is a string. */
type HttpAnswer = { readonly status?: number; readonly body: unknown } | 'break the connection';

/** A real HTTP and protoo server on loopback that says what a test tells it to. */
export class LocalServer {
  /** Requests over HTTP, `GET /path` or `POST /path` with their body. */
  readonly http: (Heard & { readonly contentType: string | undefined })[] = [];
  /** Requests over the socket. */
  readonly socket: Heard[] = [];
  /** How HTTP requests are answered, by their path. */
  readonly answers = new Map<string, (body: Heard['data']) => HttpAnswer | Promise<HttpAnswer>>();
  /** How requests over the socket are answered; what it throws is refused with. */
  answerSocket: (method: string, data: Heard['data']) => unknown = () => ({});
  /** Called with each client that has attached itself. */
  onAttached: (peer: Peer) => unknown = () => {};
  /** False: sockets are refused when they open. */
  takesSockets = true;
  readonly #http: Server;
  readonly #sockets: protoo.WebSocketServer;
  readonly #room = new protoo.Room();
  readonly #attached = Promise.withResolvers<Peer>();
  readonly #left = Promise.withResolvers<void>();
  #peersMade = 0;

  private constructor() {
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.#sockets = new protoo.WebSocketServer(this.#http);
    this.#sockets.on('connectionrequest', ({ socket }, accept, reject) => {
      if (!this.takesSockets) return reject(503, 'no sockets today');
      this.#peersMade += 1;
      socket.once('close', () => this.#left.resolve());
      this.#take(this.#room.createPeer(String(this.#peersMade), accept()));
    });
  }

  static async start(): Promise<LocalServer> {
    const server = new LocalServer();
    await new Promise<void>((listening) => server.#http.listen(0, '127.0.0.1', listening));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** The first client whose socket has attached itself. */
  get attached(): Promise<Peer> {
    return this.#attached.promise;
  }

  /** Done when a socket is closed at both ends. */
  get left(): Promise<void> {
    return this.#left.promise;
  }

  async close(): Promise<void> {
    this.#room.close();
    this.#sockets.stop();
    this.#http.closeAllConnections();
    await new Promise((closed) => this.#http.close(closed));
  }

  #take(peer: Peer): void {
    peer.on('request', async ({ method, data }, accept, reject) => {
      this.socket.push({ method, data });
      try {
        accept(await this.answerSocket(method, data));
        if (method !== 'attach') return;
        this.#attached.resolve(peer);
        await this.onAttached(peer);
      } catch (error) {
        reject(403, (error as Error).message);
      }
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const data = text === '' ? undefined : JSON.parse(text);
    const path = request.url ?? '/';
    this.http.push({ method: `${request.method} ${path}`, data, contentType: request.headers['content-type'] });
    const answer = (await this.answers.get(path)?.(data)) ?? { status: 404, body: 'not found' };
    if (answer === 'break the connection') {
      request.socket.destroy();
      return;
    }
    const { status = 200, body } = answer;
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  }
}
