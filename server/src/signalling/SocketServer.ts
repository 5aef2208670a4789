import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import protoo, { type Peer, type Room, type WebSocketServer } from 'protoo-server';
import { MAX_MESSAGE_LENGTH } from '../../../src/protocol/index.ts';
import { guardProtoo } from './guardProtoo.ts';
import { isAllowedOrigin } from './isAllowedOrigin.ts';
import type { SignallingDeps } from './SignallingDeps.ts';
import { SilenceWatch } from './SilenceWatch.ts';
import { SocketSession } from './SocketSession.ts';
import { TokenBucket } from './TokenBucket.ts';

const PATH = '/v2/rtc';

guardProtoo();

/** The WebSocket of signalling: takes the sockets in, keeps the limits, and lets go of them when the server stops. */
export class SocketServer {
  readonly #deps: SignallingDeps;
  readonly #server: WebSocketServer;
  readonly #peers: Room = new protoo.Room();
  readonly #sockets = new Set<Socket>();
  /** In the order in which they came. */
  readonly #unattached = new Set<SocketSession>();

  constructor(httpServer: Server, deps: SignallingDeps) {
    this.#deps = deps;
    const { keepaliveMs, keepaliveGraceMs, closeMs } = deps.limits;
    this.#server = new protoo.WebSocketServer(httpServer, {
      maxReceivedFrameSize: MAX_MESSAGE_LENGTH,
      maxReceivedMessageSize: MAX_MESSAGE_LENGTH,
      // One message, one frame: clients that are not browsers need not put frames together.
      fragmentOutgoingMessages: false,
      keepalive: true,
      keepaliveInterval: keepaliveMs,
      keepaliveGracePeriod: keepaliveGraceMs,
      dropConnectionOnKeepaliveTimeout: true,
      closeTimeout: closeMs,
    });
    this.#server.on('connectionrequest', ({ request, origin, socket }, accept, reject) => {
      const refusal = this.#refusal(request, origin);
      if (refusal) return reject(...refusal);
      this.#watch(socket);
      const transport = accept();
      this.#open(this.#peers.createPeer(randomUUID(), transport), socket);
    });
  }

  /** How many are open. */
  get count(): number {
    return this.#sockets.size;
  }

  /** Closes all sockets, in order if they do so soon. No new ones are taken. */
  async close(): Promise<void> {
    this.#server.stop();
    this.#peers.close();
    const closed = [...this.#sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    const deadline = setTimeout(() => {
      for (const socket of this.#sockets) socket.destroy();
    }, this.#deps.limits.closeMs);
    await Promise.all(closed);
    clearTimeout(deadline);
  }

  #refusal({ url }: IncomingMessage, origin: string | undefined): [status: number, reason: string] | null {
    if (url?.split('?')[0] !== PATH) return [404, 'There is no WebSocket here'];
    if (!isAllowedOrigin(origin, this.#deps.config.allowedOrigins)) return [403, 'Origin not allowed'];
    try {
      this.#deps.rooms.requireRunning();
      return null;
    } catch {
      return [503, 'The server is stopping'];
    }
  }

  #watch(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    const bytes = new TokenBucket(this.#deps.limits.bytes);
    socket.on('data', (chunk) => {
      if (!bytes.take(chunk.length)) socket.destroy();
    });
  }

  #open(peer: Peer, socket: Socket): void {
    const session = new SocketSession(peer, socket, this.#deps, () => this.#unattached.delete(session));
    const silence = new SilenceWatch(this.#deps.limits.silenceMs, (silent) => session.silenceChanged(silent));
    socket.on('data', () => silence.heard());
    socket.once('close', () => silence.close());
    this.#unattached.add(session);
    // The oldest goes: who has waited longest is the least likely to attach still.
    if (this.#unattached.size > this.#deps.limits.unattachedSockets) {
      const [oldest] = this.#unattached;
      oldest?.close();
    }
  }
}
