import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import protoo, { type Peer, type Room, type WebSocketServer } from 'protoo-server';
import type { RoomErrorCode } from '../../../src/errors/index.ts';
import { MAX_MESSAGE_LENGTH } from '../../../src/protocol/index.ts';
import { ClientAddress, limitedAddress } from '../http/ClientAddress.ts';
import { retryAfterSecs } from './errorStatus.ts';
import { guardProtoo } from './guardProtoo.ts';
import { FOREIGN_ORIGIN, isAllowedOrigin } from './isAllowedOrigin.ts';
import type { SignallingDeps } from './SignallingDeps.ts';
import { SilenceWatch } from './SilenceWatch.ts';
import { SocketSession } from './SocketSession.ts';
import { SocketsByAddress } from './SocketsByAddress.ts';
import { TokenBucket } from './TokenBucket.ts';
import { UpgradeGate, type UpgradeRefusal } from './UpgradeGate.ts';

const PATH = '/v2/rtc';
/** Sockets go when people do. */
const SOCKETS_RETRY_SECS = 30;

guardProtoo();

/** The WebSocket of signalling: takes the sockets in, keeps the limits, and lets go of them when the server stops. */
export class SocketServer {
  readonly #deps: SignallingDeps;
  readonly #server: WebSocketServer;
  readonly #peers: Room = new protoo.Room();
  readonly #byAddress: SocketsByAddress;
  readonly #clientAddress: ClientAddress;
  readonly #sockets = new Set<Socket>();
  /** In the order in which they came. */
  readonly #unattached = new Set<SocketSession>();

  constructor(httpServer: Server, deps: SignallingDeps) {
    this.#deps = deps;
    const { keepaliveMs, keepaliveGraceMs, closeMs } = deps.limits;
    this.#byAddress = new SocketsByAddress(deps.config.limits.socketsPerAddress);
    this.#clientAddress = new ClientAddress(deps.config.trustedProxies);
    const gate = new UpgradeGate(httpServer, (request) => this.#refusal(request));
    this.#server = new protoo.WebSocketServer(gate as unknown as Server, {
      maxReceivedFrameSize: MAX_MESSAGE_LENGTH,
      maxReceivedMessageSize: MAX_MESSAGE_LENGTH,
      // One message, one frame: clients that are not browsers need not put frames together.
      fragmentOutgoingMessages: false,
      keepalive: true,
      keepaliveInterval: keepaliveMs,
      keepaliveGracePeriod: keepaliveGraceMs,
      dropConnectionOnKeepaliveTimeout: true,
      closeTimeout: closeMs,
      // Who it is about we know better.
      ignoreXForwardedFor: true,
    });
    this.#server.on('connectionrequest', ({ request, socket }, accept) => {
      this.#watch(socket);
      this.#byAddress.add(this.#addressOf(request), socket);
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

  #refusal(request: IncomingMessage): UpgradeRefusal | null {
    const refusal = this.#reasonAgainst(request);
    if (refusal) {
      this.#deps.countRefusal(refusal.code);
      this.#deps.log.info({ code: refusal.code, ip: this.#clientAddress.of(request) }, 'A socket was refused.');
    }
    return refusal;
  }

  #reasonAgainst(request: IncomingMessage): (UpgradeRefusal & { code: RoomErrorCode }) | null {
    const { rooms, config } = this.#deps;
    if (request.url?.split('?')[0] !== PATH) {
      return { code: 'bad-request', status: 404, reason: `There is no WebSocket here: it is at ${PATH}.` };
    }
    // The second is the name that it has in an older version of the protocol.
    const origins = [request.headers.origin, request.headers['sec-websocket-origin']].map((origin) =>
      origin?.toString(),
    );
    if (!origins.every((origin) => isAllowedOrigin(origin, config.allowedOrigins))) {
      return { code: 'not-allowed', status: 403, reason: FOREIGN_ORIGIN };
    }
    if (rooms.stopping) {
      const reason = 'The server is stopping: try again in a moment.';
      return { code: 'server-stopping', status: 503, reason, retryAfterSecs: retryAfterSecs('server-stopping') };
    }
    if (this.#byAddress.isFull(this.#addressOf(request))) {
      const reason = 'This address has too many sockets open: close some, or try again later.';
      return { code: 'too-many-requests', status: 429, reason, retryAfterSecs: SOCKETS_RETRY_SECS };
    }
    return null;
  }

  #addressOf(request: IncomingMessage): string {
    return limitedAddress(this.#clientAddress.of(request));
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
