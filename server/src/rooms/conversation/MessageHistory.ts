import type { MessageInfo } from '../../../../src/protocol/index.ts';

/** How much of a conversation is kept for those who come later. */
export interface HistoryLimits {
  /** How many messages; 0: none. */
  messages: number;
  /** How many bytes they may have together. */
  bytes: number;
}

/** Most bytes of one `messagesListed`, unless a single message is larger. */
const PAGE_BYTES = 32_768;

/** The latest messages of a room. */
export class MessageHistory {
  readonly #limits: HistoryLimits;
  readonly #kept: { message: MessageInfo; bytes: number }[] = [];
  #bytes = 0;

  constructor(limits: HistoryLimits) {
    this.#limits = limits;
  }

  add(message: MessageInfo, bytes: number): void {
    this.#kept.push({ message, bytes });
    this.#bytes += bytes;
    while (this.#kept.length > this.#limits.messages || this.#bytes > this.#limits.bytes) {
      this.#bytes -= this.#kept.shift()?.bytes ?? 0;
    }
  }

  /** What a participant may read: what went to everybody, and what it wrote or got itself. The oldest first, in pages. */
  pagesFor(participantId: string): MessageInfo[][] {
    const pages: MessageInfo[][] = [];
    let room = 0;
    for (const { message, bytes } of this.#kept) {
      const { recipients } = message;
      if (recipients && message.participantId !== participantId && !recipients.includes(participantId)) continue;
      if (bytes > room) {
        pages.push([]);
        room = PAGE_BYTES;
      }
      pages.at(-1)?.push(message);
      room -= bytes;
    }
    return pages;
  }
}
