import { type NotificationData, type NotificationMethod, VOLATILE } from '../../../src/protocol/index.ts';

/** Takes a notification to its participant, now. */
export type Deliver = (method: NotificationMethod, data: object) => void;

interface Held {
  method: NotificationMethod;
  data: object;
}

/**
 * What the server has to say to one participant: numbered without gaps, and kept until there is somebody to take it.
 * Volatile notifications are neither numbered nor kept.
 */
export class Outbox {
  #seq = 0;
  #held: Held[] = [];
  #deliver: Deliver | null = null;
  #closed = false;

  /** The number of the last notification. */
  get seq(): number {
    return this.#seq;
  }

  /** Tells the participant, at once or as soon as it is attached. After {@link close}: nothing. */
  notify<M extends NotificationMethod>(method: M, data: NotificationData<M>): void {
    if (this.#closed) return;
    if (VOLATILE.has(method)) {
      this.#deliver?.(method, data);
      return;
    }
    this.#seq += 1;
    const numbered = { ...data, seq: this.#seq };
    if (this.#deliver) this.#deliver(method, numbered);
    else this.#held.push({ method, data: numbered });
  }

  /** Delivers what was kept, in order, and from now on everything at once. */
  attach(deliver: Deliver): void {
    if (this.#closed) return;
    this.#deliver = deliver;
    for (const { method, data } of this.#held.splice(0)) deliver(method, data);
  }

  /** Ends it: nothing is kept or delivered any more. Idempotent. */
  close(): void {
    this.#closed = true;
    this.#deliver = null;
    this.#held = [];
  }
}
