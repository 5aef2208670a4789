/** How many ids of one sender are known: more than a client keeps on its way. */
const KEPT_IDS = 256;
/** How long somebody may be away and still send again what was under way: as long as clients try to come back. */
const KEPT_MS = 15 * 60_000;

interface Sender {
  /** When each message was sent. */
  readonly sentAt: Map<string, number>;
  lastAt: number;
}

/**
 * Which messages have been taken already. A sender whose connection was lost cannot know what arrived, and sends it
 * again over the next one.
 */
export class TakenMessages {
  /** By participant, who has written last is last. */
  readonly #senders = new Map<string, Sender>();

  /** When a message was sent that is known; undefined for one that is new. */
  sentAt(participantId: string, id: string): number | undefined {
    return this.#senders.get(participantId)?.sentAt.get(id);
  }

  add(participantId: string, id: string, at: number): void {
    const sender = this.#senders.get(participantId) ?? { sentAt: new Map<string, number>(), lastAt: at };
    sender.lastAt = at;
    sender.sentAt.set(id, at);
    const [oldest] = sender.sentAt.keys();
    if (sender.sentAt.size > KEPT_IDS && oldest !== undefined) sender.sentAt.delete(oldest);
    this.#senders.delete(participantId);
    this.#senders.set(participantId, sender);
    this.#forget(at - KEPT_MS);
  }

  #forget(before: number): void {
    for (const [participantId, { lastAt }] of this.#senders) {
      if (lastAt >= before) return;
      this.#senders.delete(participantId);
    }
  }
}
