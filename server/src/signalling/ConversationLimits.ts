import { roomError } from '../../../src/errors/index.ts';
import type { SignallingLimits } from './limits.ts';
import { TokenBucket } from './TokenBucket.ts';

/** How much one connection may say to the others, each of whom has to hear it. */
export class ConversationLimits {
  readonly #messages: TokenBucket;
  readonly #messageBytes: TokenBucket;
  readonly #reactions: TokenBucket;

  constructor({ messages, messageBytes, reactions }: SignallingLimits) {
    this.#messages = new TokenBucket(messages);
    this.#messageBytes = new TokenBucket(messageBytes);
    this.#reactions = new TokenBucket(reactions);
  }

  /** @throws RoomError `too-many-requests`. */
  countMessage(bytes: number): void {
    if (this.#messages.take() && this.#messageBytes.take(bytes)) return;
    throw roomError('too-many-requests', 'Too many messages in a short time. Wait a moment and send it again.');
  }

  /** Reactions, and changes of what somebody says of itself. @throws RoomError `too-many-requests`. */
  countReaction(): void {
    if (this.#reactions.take()) return;
    throw roomError('too-many-requests', 'Too many reactions in a short time. Wait a moment.');
  }
}
