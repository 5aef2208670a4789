import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';

/**
 * Connections that have never carried a request. Browsers open some before they need them (`preconnect`, which makes
 * joining faster); Node does not count them as idle, and a server that closes would wait a minute for them.
 */
export class UnusedConnections {
  readonly #sockets = new Set<Socket>();
  #closing = false;

  constructor(server: Server) {
    // With TLS that is when it has shaken hands; who does not comes to that by itself soon.
    server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Socket) => {
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
