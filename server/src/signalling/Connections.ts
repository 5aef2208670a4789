import { roomError } from '../../../src/errors/index.ts';
import type { AccessClaims } from '../tokens/verifyToken.ts';
import type { Connection } from './Connection.ts';

interface Waiter {
  resolve(connection: Connection): void;
  reject(error: Error): void;
}

/** All connections by their secret id, and the sockets that came before their join. */
export class Connections {
  readonly #connections = new Map<string, Connection>();
  readonly #unheard = new Map<string, Connection>();
  readonly #waiters = new Map<string, Set<Waiter>>();

  get(id: string): Connection | undefined {
    return this.#connections.get(id);
  }

  /** @throws RoomError `bad-request` when there is one of that id. */
  requireFree(id: string): void {
    if (this.#connections.has(id)) {
      throw roomError('bad-request', 'This connection id is in use. Make a new random UUID for every join.');
    }
  }

  add(connection: Connection): void {
    this.#connections.set(connection.id, connection);
  }

  delete(connection: Connection): void {
    if (this.#connections.get(connection.id) === connection) this.#connections.delete(connection.id);
  }

  /** Its participant is out of the room. Who could not be told why is told on coming back within this time. */
  gone(connection: Connection, keptMs: number): void {
    this.delete(connection);
    if (connection.unheard === null || keptMs === 0) return;
    this.#unheard.set(connection.id, connection);
    setTimeout(() => this.#unheard.delete(connection.id), keptMs).unref();
  }

  /** One that ended without a word, a moment ago. */
  unheard(id: string): Connection | undefined {
    return this.#unheard.get(id);
  }

  /** Takes those out of a room whose token in force is revoked. */
  dropRevoked(roomId: string, isRevoked: (claims: AccessClaims) => boolean): void {
    for (const connection of [...this.#connections.values()]) {
      if (connection.room.id === roomId && isRevoked(connection.claims)) connection.tokenRevoked();
    }
  }

  /** The join of a connection is answered: sockets that wait for it go on. */
  joined(connection: Connection): void {
    connection.joined = true;
    for (const { resolve } of this.#takeWaiters(connection.id)) resolve(connection);
  }

  /** A join failed: sockets that wait for it are told why. */
  failed(id: string, error: Error): void {
    for (const { reject } of this.#takeWaiters(id)) reject(error);
  }

  /**
   * The connection of that id as soon as its join is answered.
   *
   * @param signal gives up the waiting.
   */
  whenJoined(id: string, signal: AbortSignal): Promise<Connection> {
    const connection = this.#connections.get(id);
    if (connection?.joined) return Promise.resolve(connection);
    if (signal.aborted) return Promise.reject(roomError('aborted', 'The socket was closed before its join.'));
    return new Promise((resolve, reject) => {
      const waiters = this.#waiters.get(id) ?? new Set();
      const waiter = { resolve, reject };
      this.#waiters.set(id, waiters.add(waiter));
      signal.addEventListener('abort', () => {
        waiters.delete(waiter);
        if (waiters.size === 0 && this.#waiters.get(id) === waiters) this.#waiters.delete(id);
        reject(roomError('timed-out', 'There was no join for this socket in time.'));
      });
    });
  }

  #takeWaiters(id: string): Iterable<Waiter> {
    const waiters = this.#waiters.get(id) ?? [];
    this.#waiters.delete(id);
    return waiters;
  }
}
