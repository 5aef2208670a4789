import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections that have never carried a request. Browsers open some before they need them (`preconnect`, which makes
 * joining faster); Node does not count them as idle, and a server that closes would wait a minute for them.
 */
export class UnusedConnections {
  readonly #sockets = new Set<Socket>();
  #closing = false;

  constructor(server: Server) {
    server.on('connection', (socket) => {
      // One that comes while the server closes may still get its answer, if it asks in its first moment.
      if (this.#closing) setImmediate(() => destroyUnused(socket));
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /** Closes those there are, and those still to come. */
  close(): void {
    this.#closing = true;
    for (const socket of this.#sockets) destroyUnused(socket);
  }
}

function destroyUnused(socket: Socket): void {
  if (socket.bytesRead === 0) socket.destroy();
}
