import { roomError } from '../../../src/errors/index.ts';

/**
 * The ids of all producers of the server. Clients choose them, so that nobody waits for an answer; an id may be in use
 * once only, in whichever room.
 */
export class ProducerIds {
  readonly #taken = new Set<string>();

  get size(): number {
    return this.#taken.size;
  }

  /**
   * Takes all of the ids or none.
   *
   * @throws RoomError `bad-request` when one is taken or stands twice.
   */
  claim(ids: readonly string[]): void {
    if (new Set(ids).size < ids.length || ids.some((id) => this.#taken.has(id))) {
      throw roomError('bad-request', 'A producer id is in use already. Make a new random UUID for every producer.');
    }
    for (const id of ids) this.#taken.add(id);
  }

  release(ids: Iterable<string>): void {
    for (const id of ids) this.#taken.delete(id);
  }
}
