import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

const HEARTBEAT_MS = 15_000;
/** Who reads so little of it is cut off: an `EventSource` comes back by itself. */
const MOST_UNREAD_BYTES = 1_000_000;

/** An answer of server-sent events, which goes on until either side ends it. */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;

  /** @param onClosed - Called once, whoever ended it. */
  constructor(reply: FastifyReply, onClosed: () => void) {
    reply.hijack();
    this.#response = reply.raw;
    this.#response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      // Its socket ends with it: a server that closes does not wait for a socket that could be used again.
      connection: 'close',
      // A proxy that collects would keep it to itself.
      'x-accel-buffering': 'no',
    });
    this.#heartbeat = setInterval(() => this.#write(':\n\n'), HEARTBEAT_MS);
    this.#response.once('close', () => {
      clearInterval(this.#heartbeat);
      onClosed();
    });
    this.#write(':\n\n');
  }

  send(event: string, data: unknown = {}): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    this.#response.end();
  }

  #write(text: string): void {
    if (this.#response.writableLength > MOST_UNREAD_BYTES) this.#response.destroy();
    else if (!this.#response.writableEnded) this.#response.write(text);
  }
}
