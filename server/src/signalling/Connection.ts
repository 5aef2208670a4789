import { type RoomErrorCode, roomError } from '../../../src/errors/index.ts';
import { type DisconnectReason, type NotificationData, VOLATILE } from '../../../src/protocol/index.ts';
import type { MessageCounts } from '../operations/countMessages.ts';
import { tokenGrantsChanged } from '../rooms/grants.ts';
import type { LiveParticipant } from '../rooms/LiveParticipant.ts';
import type { LiveRoom } from '../rooms/LiveRoom.ts';
import type { Notice } from '../rooms/Notice.ts';
import type { Deliver } from '../rooms/Outbox.ts';
import type { AccessClaims } from '../tokens/verifyToken.ts';
import { AnsweredRequests } from './AnsweredRequests.ts';
import { ConversationLimits } from './ConversationLimits.ts';
import { expiryDelay } from './expiryDelay.ts';
import type { SignallingLimits } from './limits.ts';
import { TokenBucket } from './TokenBucket.ts';

/** The socket's side of a connection. */
export interface AttachedSocket {
  notify(notice: Notice, seq: number | null): void;
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
  messages: Pick<MessageCounts, 'sent'>;
  now(): number;
}

/** One join and all that belongs to it on the wire: its socket, its token and its limits. */
export class Connection {
  readonly id: string;
  readonly room: LiveRoom;
  readonly participant: LiveParticipant;
  /** What was asked already, for a client that asks again. */
  readonly answered = new AnsweredRequests();
  readonly conversation: ConversationLimits;
  /** The last word to a participant that was put out while no socket could be told. */
  unheard: NotificationData<'disconnecting'> | null = null;
  /** The join is answered. */
  joined = false;
  readonly #options: ConnectionOptions;
  readonly #requests: TokenBucket;
  #claims: AccessClaims;
  #socket: AttachedSocket | null = null;
  /** Nothing comes over it. */
  #silent = false;
  #expiry: NodeJS.Timeout | undefined;
  /** Removes the participant unless a socket comes in time. */
  #withoutSocket: NodeJS.Timeout;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.id = options.id;
    this.room = options.room;
    this.participant = options.participant;
    this.#claims = options.claims;
    this.conversation = new ConversationLimits(options.limits);
    this.#requests = new TokenBucket(options.limits.requests);
    this.#withoutSocket = this.#removeAfter(options.limits.joinWithoutSocketMs);
    this.#watchExpiry();
  }

  /** What the token in force says. */
  get claims(): AccessClaims {
    return this.#claims;
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
   * Binds a socket. One that is there already makes room: a client often knows before we do that it is dead.
   *
   * @param claims of the token that it brought, which is in force from now on if it is newer.
   * @param answered called when the socket is bound, before anything is delivered to it.
   * @throws RoomError `not-connected` when more has happened since `lastSeq` than is kept.
   */
  attach(socket: AttachedSocket, claims: AccessClaims, lastSeq: number, answered: () => void): void {
    const { outbox } = this.participant;
    const before = this.#socket;
    this.#socket = null;
    before?.close();
    clearTimeout(this.#withoutSocket);
    this.#socket = socket;
    this.#silent = false;
    let first = true;
    const deliver: Deliver = (notice, seq) => {
      if (first) answered();
      first = false;
      this.#send(notice, seq);
    };
    try {
      outbox.attach(deliver, lastSeq);
    } catch (error) {
      this.#socket = null;
      this.room.remove(this.participant, 'lost', null);
      throw error;
    }
    if (first) answered();
    first = false;
    this.room.setReconnecting(this.participant, false);
    // What the SFU cannot pause is gone.
    if (claims.expiresAt > this.#claims.expiresAt) this.tokenRefreshed(claims).catch(() => undefined);
    else this.#watchExpiry();
  }

  /** Nothing comes over the socket, or something does again: the others see it long before it counts as lost. */
  socketSilent(socket: AttachedSocket, silent: boolean): void {
    if (this.#socket !== socket) return;
    this.#silent = silent;
    this.room.setReconnecting(this.participant, silent);
  }

  /**
   * A socket has closed and the client did not leave: it has the resume window to come back on another one. Its
   * participant, transports and outbox stay; the others see that it is reconnecting.
   */
  socketClosed(socket: AttachedSocket): void {
    if (this.#socket !== socket || this.participant.gone) return;
    this.#socket = null;
    this.participant.outbox.detach();
    const { resumeWindowMs } = this.#options.limits;
    if (resumeWindowMs === 0) {
      this.room.remove(this.participant, 'lost', null);
      return;
    }
    this.#withoutSocket = this.#removeAfter(resumeWindowMs);
    // Who is away cannot renew a token: it has to bring a good one to come back.
    clearTimeout(this.#expiry);
    this.room.setReconnecting(this.participant, true);
  }

  /** The token in force is another now: it counts how long that one is good, and at once what it grants. */
  async tokenRefreshed(claims: AccessClaims): Promise<void> {
    this.#claims = claims;
    this.#watchExpiry();
    await tokenGrantsChanged(this.room, this.participant, claims.grants);
  }

  /** The token in force is good no more: there is no way to stay, nor to come back by it. */
  tokenRevoked(): void {
    this.room.remove(this.participant, 'lost', 'unauthorized');
  }

  /** The participant is out of the room. The socket closes behind what was said last. */
  gone(reason: DisconnectReason | null, code?: RoomErrorCode): void {
    clearTimeout(this.#expiry);
    clearTimeout(this.#withoutSocket);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) {
      this.unheard = reason && { reason, ...(code && { code }) };
      return;
    }
    // Who leaves by request is still to get the answer to it.
    if (reason === null) setImmediate(() => socket.close());
    else socket.close();
  }

  #send(notice: Notice, seq: number | null): void {
    const socket = this.#socket;
    if (!socket) return;
    const { slowSocketBytes, stuckSocketBytes } = this.#options.limits;
    if (socket.waitingBytes > stuckSocketBytes) {
      // Not at once: the room may be in the middle of telling everybody something.
      this.participant.outbox.detach();
      setImmediate(() => socket.close());
      return;
    }
    if (VOLATILE.has(notice.method) && socket.waitingBytes > slowSocketBytes) return;
    socket.notify(notice, seq);
    this.#options.messages.sent(notice.method);
  }

  #removeAfter(delayMs: number): NodeJS.Timeout {
    return setTimeout(() => this.room.remove(this.participant, 'lost', null), delayMs).unref();
  }

  #watchExpiry(): void {
    clearTimeout(this.#expiry);
    const left = this.#claims.expiresAt + this.#options.limits.tokenGraceMs - this.#options.now();
    this.#expiry = setTimeout(() => this.#expire(), expiryDelay(left)).unref();
  }

  #expire(): void {
    const socket = this.#socket;
    // Whoever is away just now may have a good token, and no way to tell.
    if (socket && this.#silent) {
      this.socketClosed(socket);
      socket.close();
    } else this.room.remove(this.participant, 'lost', 'unauthorized');
  }
}
