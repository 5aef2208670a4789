import { isDeepStrictEqual } from 'node:util';
import { roomError } from '../../../src/errors/index.ts';
import { type DisconnectReason, type NotificationMethod, VOLATILE } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from '../rooms/LiveParticipant.ts';
import type { LiveRoom } from '../rooms/LiveRoom.ts';
import type { AccessClaims } from '../tokens/verifyToken.ts';
import type { SignallingLimits } from './limits.ts';
import { socketLost } from './socketLost.ts';
import { TokenBucket } from './TokenBucket.ts';

/** The socket's side of a connection. */
export interface AttachedSocket {
  notify(method: string, data: object): void;
  /** Bytes that the network has not taken yet. */
  readonly waitingBytes: number;
  close(): void;
}

interface ConnectionOptions {
  id: string;
  room: LiveRoom;
  participant: LiveParticipant;
  claims: AccessClaims;
  limits: SignallingLimits;
  now(): number;
}

/** Longest delay that a timer takes; a token outlives it only by misuse. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** One join and all that belongs to it on the wire: its socket, its token and its limits. */
export class Connection {
  readonly id: string;
  readonly room: LiveRoom;
  readonly participant: LiveParticipant;
  /** The join is answered. */
  joined = false;
  readonly #options: ConnectionOptions;
  readonly #requests: TokenBucket;
  #claims: AccessClaims;
  #socket: AttachedSocket | null = null;
  #expiry: NodeJS.Timeout | undefined;
  #unattached: NodeJS.Timeout;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.id = options.id;
    this.room = options.room;
    this.participant = options.participant;
    this.#claims = options.claims;
    this.#requests = new TokenBucket(options.limits.requests);
    this.#unattached = setTimeout(() => socketLost(this), options.limits.joinWithoutSocketMs).unref();
    this.#watchExpiry();
  }

  get tokenExpiresAt(): number {
    return this.#claims.expiresAt;
  }

  /** @throws RoomError `too-many-requests`. */
  countRequest(): void {
    if (!this.#requests.take()) throw roomError('too-many-requests');
  }

  /**
   * Sees that a token is for this connection.
   *
   * @throws RoomError `token-wrong-room`, `not-allowed`.
   */
  requireSamePerson({ roomId, participantId }: AccessClaims): void {
    if (roomId !== this.#claims.roomId) throw roomError('token-wrong-room');
    if (participantId !== this.#claims.participantId) {
      throw roomError('not-allowed', 'The token is for another participant. Use one of the participant who joined.');
    }
  }

  /**
   * Binds the socket, which gets all that was kept for it.
   *
   * @throws RoomError `not-allowed` when there is one already.
   */
  attach(socket: AttachedSocket): void {
    if (this.#socket) throw roomError('not-allowed', 'This connection has a socket already. Join anew for another.');
    clearTimeout(this.#unattached);
    this.#socket = socket;
  }

  /** From now on notifications go out on the socket, those first that were kept. */
  deliver(): void {
    this.participant.outbox.attach((method, data) => this.#send(method, data));
  }

  /** The token in force is another now: what it grants counts from the next request on. */
  tokenRefreshed(claims: AccessClaims): void {
    this.#claims = claims;
    this.#watchExpiry();
    if (isDeepStrictEqual(this.participant.grants, claims.grants)) return;
    this.participant.grants = claims.grants;
    this.room.tellAll('participantUpdated', { participant: this.participant.info });
  }

  /** The participant is out of the room. The socket closes behind what was said last. */
  gone(reason: DisconnectReason | null): void {
    clearTimeout(this.#expiry);
    clearTimeout(this.#unattached);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    // Who leaves by request is still to get the answer to it.
    if (reason === null) setImmediate(() => socket.close());
    else socket.close();
  }

  #send(method: NotificationMethod, data: object): void {
    const socket = this.#socket;
    if (!socket) return;
    const { slowSocketBytes, stuckSocketBytes } = this.#options.limits;
    if (socket.waitingBytes > stuckSocketBytes) {
      // Not at once: the room may be in the middle of telling everybody something.
      this.#socket = null;
      setImmediate(() => socket.close());
      return;
    }
    if (VOLATILE.has(method) && socket.waitingBytes > slowSocketBytes) return;
    socket.notify(method, data);
  }

  #watchExpiry(): void {
    clearTimeout(this.#expiry);
    const left = this.#claims.expiresAt + this.#options.limits.tokenGraceMs - this.#options.now();
    const expire = () => this.room.remove(this.participant, 'lost', 'unauthorized');
    this.#expiry = setTimeout(expire, Math.min(Math.max(left, 0), LONGEST_TIMER_MS)).unref();
  }
}
