import { EventEmitter } from 'node:events';
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long who is refused has to read why. */
const LINGER_MS = 1_000;

/** Why a socket is not taken. */
export interface UpgradeRefusal {
  status: number;
  reason: string;
  /** Where it makes sense to try again, in seconds. */
  retryAfterSecs?: number | undefined;
}

/**
 * Stands between the HTTP server and the WebSocket library, in the place of the first for the second: what is refused is
 * answered here, with all that the answer should say, and never reaches the library.
 */
export class UpgradeGate extends EventEmitter {
  constructor(server: Server, refusalOf: (request: IncomingMessage) => UpgradeRefusal | null) {
    super();
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const refusal = refusalOf(request);
      if (refusal) refuse(socket, refusal);
      else this.emit('upgrade', request, socket, head);
    });
  }
}

function refuse(socket: Duplex, { status, reason, retryAfterSecs }: UpgradeRefusal): void {
  // Whoever is refused may be gone before he hears it.
  socket.on('error', () => socket.destroy());
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(reason)}`,
    ...(retryAfterSecs === undefined ? [] : [`Retry-After: ${retryAfterSecs}`]),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${reason}`);
  // One that is refused and stays all the same would be counted by nobody.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
