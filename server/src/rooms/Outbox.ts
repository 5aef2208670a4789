import { roomError } from '../../../src/errors/index.ts';
import { type NotificationData, type NotificationMethod, VOLATILE } from '../../../src/protocol/index.ts';
import { Notice } from './Notice.ts';

/** Takes a notice to its participant, now. Volatile ones have no number. */
export type Deliver = (notice: Notice, seq: number | null) => void;

/** How many notifications are kept while somebody takes them: some may be on the way when a socket breaks. */
const KEPT_WHILE_ATTACHED = 500;
/** How many are kept while nobody does. More would cost more than to join anew. */
const KEPT_WHILE_DETACHED = 5_000;
/** How many bytes of messages are kept, besides notifications that are small. */
const KEPT_BYTES = 8_388_608;

/**
 * What the server has to say to one participant: numbered without gaps, kept until there is somebody to take it, and a
 * while longer, since a socket that breaks takes with it what was on the way. Volatile notifications are neither
 * numbered nor kept.
 */
export class Outbox {
  #seq = 0;
  /** The latest, of which the last has the number {@link seq}. */
  #kept: Notice[] = [];
  #bytes = 0;
  #deliver: Deliver | null = null;
  #closed = false;

  /** The number of the last notification. */
  get seq(): number {
    return this.#seq;
  }

  /** Tells the participant alone, at once or as soon as it is attached. After {@link close}: nothing. */
  notify<M extends NotificationMethod>(method: M, data: NotificationData<M>, bytes = 0): void {
    this.tell(new Notice(method, data, { bytes }));
  }

  /** Tells the participant what others may be told as well. */
  tell(notice: Notice): void {
    if (this.#closed) return;
    if (VOLATILE.has(notice.method)) {
      this.#deliver?.(notice, null);
      return;
    }
    this.#seq += 1;
    this.#kept.push(notice);
    this.#bytes += notice.bytes;
    this.#forgetOldest();
    this.#deliver?.(notice, this.#seq);
  }

  /**
   * Delivers what came after a number, in order, and from now on everything at once.
   *
   * @throws RoomError `not-connected` when that much is not kept.
   */
  attach(deliver: Deliver, lastSeq: number): void {
    if (this.#closed) return;
    const missing = this.#seq - lastSeq;
    if (missing < 0 || missing > this.#kept.length) {
      throw roomError('not-connected', 'Too much has happened since this connection broke. Join anew.');
    }
    this.#deliver = deliver;
    const missed = this.#kept.slice(this.#kept.length - missing);
    for (const [index, notice] of missed.entries()) deliver(notice, lastSeq + 1 + index);
  }

  /** Nobody takes anything any more, until somebody is attached again. */
  detach(): void {
    this.#deliver = null;
  }

  /** Ends it: nothing is kept or delivered any more. Idempotent. */
  close(): void {
    this.#closed = true;
    this.#deliver = null;
    this.#kept = [];
    this.#bytes = 0;
  }

  /** Now and then, not with each one: that would move all of them every time. */
  #forgetOldest(): void {
    const most = this.#deliver ? KEPT_WHILE_ATTACHED : KEPT_WHILE_DETACHED;
    if (this.#kept.length >= 2 * most) this.#drop(this.#kept.length - most);
    if (this.#bytes <= 2 * KEPT_BYTES) return;
    let left = this.#bytes;
    this.#drop(
      this.#kept.findIndex(({ bytes }) => {
        left -= bytes;
        return left <= KEPT_BYTES;
      }) + 1,
    );
  }

  #drop(count: number): void {
    for (const { bytes } of this.#kept.splice(0, count)) this.#bytes -= bytes;
  }
}
