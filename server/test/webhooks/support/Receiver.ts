import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

/** A request that came in. */
export interface ReceivedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** The body as it was sent, byte for byte. */
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  json: any;
}

/** How a receiver answers: with a status, by itself, or not at all. */
type Answer = number | ((response: ServerResponse) => void) | 'nothing';

/** A webhook receiver on a free port of 127.0.0.1. */
export class Receiver {
  readonly requests: ReceivedRequest[] = [];
  /** Decides each answer. @default 200 */
  answer: (request: ReceivedRequest) => Answer = () => 200;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', async (incoming, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      const request = { path: incoming.url ?? '', headers: incoming.headers, body, json: JSON.parse(body) };
      this.requests.push(request);
      const answer = this.answer(request);
      if (typeof answer === 'number') response.writeHead(answer).end('noted');
      else if (typeof answer === 'function') answer(response);
    });
  }

  static async start(): Promise<Receiver> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Receiver(server);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  url(path = '/hook'): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  /** Resolves when so many requests have come. */
  async received(count: number): Promise<ReceivedRequest[]> {
    await vi.waitFor(
      () => {
        if (this.requests.length < count) throw new Error(`${this.requests.length} of ${count} requests have come.`);
      },
      { timeout: 10_000, interval: 10 },
    );
    return this.requests;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
