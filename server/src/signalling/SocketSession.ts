import type { Socket } from 'node:net';
import type { AcceptFn, Peer, ProtooRequest, RejectFn } from 'protoo-server';
import { roomError } from '../../../src/errors/index.ts';
import { type NotificationData, requests } from '../../../src/protocol/index.ts';
import { Notice } from '../rooms/Notice.ts';
import type { AttachedSocket, Connection } from './Connection.ts';
import { isWorthKnowing, rejection, toRoomError } from './errorStatus.ts';
import { handleRequest } from './handleRequest.ts';
import { noticeFrame } from './noticeFrame.ts';
import { parseMessage } from './parseMessage.ts';
import type { SignallingDeps } from './SignallingDeps.ts';
import { TokenBucket } from './TokenBucket.ts';
import { writeTogether } from './writeTogether.ts';

/** One socket, from opening to closing: first it attaches to a connection, then it carries the connection's requests. */
export class SocketSession implements AttachedSocket {
  readonly #peer: Peer;
  readonly #socket: Socket;
  readonly #deps: SignallingDeps;
  readonly #onSettled: () => void;
  readonly #deadline: NodeJS.Timeout;
  /** Ends the waiting for a join. */
  readonly #waiting = new AbortController();
  readonly #notifications: TokenBucket;
  /** Done when it is attached; null before anybody asked. */
  #attachment: Promise<void> | null = null;
  #connection: Connection | null = null;

  /** @param onSettled called once, when it is attached or closed. */
  constructor(peer: Peer, socket: Socket, deps: SignallingDeps, onSettled: () => void) {
    this.#peer = peer;
    this.#socket = socket;
    this.#deps = deps;
    this.#onSettled = onSettled;
    this.#notifications = new TokenBucket(deps.limits.requests);
    this.#deadline = setTimeout(() => this.#closeUnattached(), deps.limits.attachMs).unref();
    peer.on('close', () => this.#closed());
    peer.on('request', (request, accept, reject) => void this.#handle(request, accept, reject));
    // There are none from the client; many of them are an attack.
    peer.on('notification', () => {
      if (!this.#notifications.take()) this.close();
    });
  }

  get waitingBytes(): number {
    return this.#socket.writableLength;
  }

  notify(notice: Notice, seq: number | null): void {
    // A socket that closes just now loses it, as if it had been lost on the way.
    if (!this.#peer.closed) writeTogether(this.#socket, noticeFrame(notice, seq));
  }

  close(): void {
    this.#peer.close();
  }

  /** Nothing comes from the client, or something does again. */
  silenceChanged(silent: boolean): void {
    this.#connection?.socketSilent(this, silent);
  }

  async #handle({ method, data }: ProtooRequest, accept: AcceptFn, reject: RejectFn): Promise<void> {
    const connection = this.#connection;
    try {
      // On a line that doubles messages it may come twice.
      if (connection && method === 'attach' && connection.id === connectionIdOf(data)) accept({});
      else if (connection) accept(await handleRequest(connection, method, data, this.#deps));
      else await this.#attachOnce(method, data, accept);
    } catch (thrown) {
      const error = toRoomError(thrown);
      this.#deps.countRefusal(error.code);
      if (error.code === 'internal') this.#deps.log.error({ err: thrown, method }, 'A signalling request failed.');
      else if (isWorthKnowing(error.code)) {
        this.#deps.log.info({ code: error.code, ip: this.#socket.remoteAddress }, 'A signalling request was refused.');
      }
      reject(...rejection(error));
      if (!connection) this.#refused(method);
    }
  }

  /** The one request of a socket that is not attached. */
  async #attachOnce(method: string, data: unknown, accept: AcceptFn): Promise<void> {
    if (method !== 'attach') {
      throw roomError('not-connected', 'The first message of a socket must be "attach", and its answer awaited.');
    }
    if (!this.#attachment) {
      this.#attachment = this.#attach(data, accept);
      await this.#attachment;
      return;
    }
    await this.#attachment;
    accept({});
  }

  async #attach(data: unknown, accept: AcceptFn): Promise<void> {
    const { connectionId, token, lastSeq } = parseMessage(requests.attach.data, data);
    const claims = await this.#deps.tokens.verifyAccess(token);
    const connection = await this.#connectionOf(connectionId, lastSeq !== undefined);
    // It may have waited for its join.
    this.#deps.tokens.requireGood(claims);
    connection.requireSamePerson(claims);
    if (connection.unheard !== null) return this.#tellEnd(connection.unheard, accept);
    if (connection.participant.gone) throw roomError('not-connected');
    if (this.#peer.closed) return;
    connection.attach(this, claims, lastSeq ?? 0, () => accept({}));
    this.#connection = connection;
    clearTimeout(this.#deadline);
    this.#onSettled();
  }

  /** A first socket may be faster than its join. One that resumes comes after it: what is not there is gone. */
  async #connectionOf(id: string, resumes: boolean): Promise<Connection> {
    const { connections } = this.#deps;
    if (!resumes) return connections.whenJoined(id, this.#waiting.signal);
    const connection = connections.get(id) ?? connections.unheard(id);
    if (!connection?.joined) throw roomError('not-connected', 'This connection is not kept any more. Join anew.');
    return connection;
  }

  /** Who was put out while away comes back to hear why, and goes. */
  #tellEnd(end: NotificationData<'disconnecting'>, accept: AcceptFn): void {
    accept({});
    this.notify(new Notice('disconnecting', end), null);
    setImmediate(() => this.close());
  }

  /** A socket whose attachment is refused has no second try; a request that came too early does no harm. */
  #refused(method: string): void {
    // The answer goes out first.
    if (method === 'attach') setImmediate(() => this.close());
  }

  #closeUnattached(): void {
    // Whoever waits for a join is told that there was none.
    if (this.#attachment) this.#waiting.abort();
    else this.close();
  }

  #closed(): void {
    clearTimeout(this.#deadline);
    // With a reason of its own, since the usual one is an exception with a stack.
    this.#waiting.abort('closed');
    this.#onSettled();
    this.#connection?.socketClosed(this);
  }
}

function connectionIdOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'connectionId' in data ? data.connectionId : null;
}
