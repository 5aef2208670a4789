import type { Socket } from 'node:net';

const corked = new Set<Socket>();

/**
 * Writes to a socket, in one go with all else that is written to it in this turn of the event loop. In a large room that
 * many come to at once, each of them hears of many others in one turn, and to write costs more than to say.
 */
export function writeTogether(socket: Socket, bytes: Buffer): void {
  if (!socket.writable) return;
  if (!corked.has(socket)) {
    socket.cork();
    if (corked.size === 0) setImmediate(uncorkAll);
    corked.add(socket);
  }
  socket.write(bytes);
}

function uncorkAll(): void {
  const sockets = [...corked];
  corked.clear();
  for (const socket of sockets) socket.uncork();
}
