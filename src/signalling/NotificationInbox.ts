import * as v from 'valibot';
import { type Notification, type NotificationMethod, notifications, sequenceNumber } from '../protocol/index.ts';

/**
 * Takes in what the server tells: checks it, takes each numbered one once and keeps all until somebody
 * listens. A message that is not understood is left out, as one of a newer server may be.
 */
export class NotificationInbox {
  #waiting: { readonly seq: number | undefined; readonly notification: Notification }[] | null = [];
  readonly #onGap: () => void;
  #deliver: (notification: Notification) => void = () => {};
  #seq = 0;

  /** @param onGap - A numbered one was lost on the way; what comes after it is not taken until that has come again. */
  constructor(onGap: () => void = () => {}) {
    this.#onGap = onGap;
  }

  /** Number of the last one taken in. */
  get seq(): number {
    return this.#seq;
  }

  /** @param seq - The last number that the join's answer already contains. */
  start(seq: number, deliver: (notification: Notification) => void): void {
    this.#seq = Math.max(this.#seq, seq);
    this.#deliver = deliver;
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const { seq: own, notification } of waiting) if (own === undefined || own > seq) deliver(notification);
  }

  /** The server has sent all up to this number, and nothing is still on its way. */
  expectUpTo(seq: number): void {
    if (seq > this.#seq) this.#onGap();
  }

  take(method: string, data: unknown): void {
    const numbered = v.safeParse(sequenceNumber, data);
    const seq = numbered.success ? numbered.output.seq : undefined;
    if (seq !== undefined) {
      if (seq <= this.#seq) return;
      if (seq > this.#seq + 1) {
        this.#onGap();
        return;
      }
      this.#seq = seq;
    }
    if (!numbered.success || !Object.hasOwn(notifications, method)) return;
    const parsed = v.safeParse(notifications[method as NotificationMethod], data);
    if (!parsed.success) return;
    const notification = { method, data: parsed.output } as Notification;
    if (this.#waiting) this.#waiting.push({ seq, notification });
    else this.#deliver(notification);
  }
}
