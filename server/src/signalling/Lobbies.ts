import { roomError } from '../../../src/errors/index.ts';
import type { LiveRoom } from '../rooms/LiveRoom.ts';
import type { LobbyPlace } from '../rooms/RoomLobby.ts';
import type { AccessClaims } from '../tokens/verifyToken.ts';

interface Waiting {
  readonly connectionId: string;
  /** Of the token that it came with last. */
  claims: AccessClaims;
  readonly room: LiveRoom;
  readonly place: LobbyPlace;
  timer: NodeJS.Timeout;
}

interface LobbiesOptions {
  /** How long a lobby is kept without a word of its client, in milliseconds. */
  keepMs: number;
  /** Lobbies of one participant (its tabs); the oldest makes room for a new one. */
  perParticipant: number;
  /** Of all together. */
  limit: number;
}

/** Who waits in a lobby, by the secret id of the connection that is to come. */
export class Lobbies {
  readonly #options: LobbiesOptions;
  readonly #waiting = new Map<string, Waiting>();

  constructor(options: LobbiesOptions) {
    this.#options = options;
  }

  /** How many wait. */
  get count(): number {
    return this.#waiting.size;
  }

  /**
   * The place that a connection has already, kept for another while.
   *
   * @throws RoomError `bad-request` when somebody else has that id.
   */
  keep(connectionId: string, person: AccessClaims): LobbyPlace | null {
    const waiting = this.#waiting.get(connectionId);
    if (!waiting) return null;
    if (!isOf(waiting, person))
      throw roomError('bad-request', 'This connection id is in use. Make a new random UUID for every lobby.');
    clearTimeout(waiting.timer);
    waiting.timer = this.#giveUpLater(connectionId);
    waiting.claims = person;
    return waiting.place;
  }

  /** @throws RoomError `too-many-requests` when there are as many as there may be. */
  requireSpace(): void {
    if (this.#waiting.size < this.#options.limit) return;
    throw roomError('too-many-requests', 'Too many people wait to join right now. Join, or try again in a minute.');
  }

  add(connectionId: string, claims: AccessClaims, room: LiveRoom, place: LobbyPlace): void {
    const own = [...this.#waiting.values()].filter((waiting) => isOf(waiting, claims));
    if (own[0] && own.length >= this.#options.perParticipant) this.giveUp(own[0].connectionId);
    const timer = this.#giveUpLater(connectionId);
    this.#waiting.set(connectionId, { connectionId, claims, room, place, timer });
  }

  /** The place of a connection that joins now; null when it has none, or another person's. */
  find(connectionId: string, person: AccessClaims): LobbyPlace | null {
    const waiting = this.#waiting.get(connectionId);
    return waiting && isOf(waiting, person) ? waiting.place : null;
  }

  /** Nobody waits there any more. A place that was not taken is closed. @returns Whether there was one. */
  giveUp(connectionId: string): boolean {
    const waiting = this.#waiting.get(connectionId);
    if (!waiting) return false;
    clearTimeout(waiting.timer);
    this.#waiting.delete(connectionId);
    waiting.room.stopWaiting(waiting.place);
    return true;
  }

  /** Gives up the places in a room of those whose token is revoked. */
  dropRevoked(roomId: string, isRevoked: (claims: AccessClaims) => boolean): void {
    for (const { connectionId, claims } of [...this.#waiting.values()]) {
      if (claims.roomId === roomId && isRevoked(claims)) this.giveUp(connectionId);
    }
  }

  #giveUpLater(connectionId: string): NodeJS.Timeout {
    return setTimeout(() => this.giveUp(connectionId), this.#options.keepMs).unref();
  }
}

function isOf({ claims }: Waiting, { roomId, participantId }: AccessClaims): boolean {
  return claims.roomId === roomId && claims.participantId === participantId;
}
