import type { Message, Reaction } from './Chat.ts';

/** Writing to others. */
export interface ChatCommands {
  /**
   * Sends a message; it is in the chat at once, as `pending`. What is sent one after the other arrives in that order,
   * once, whatever becomes of the connection meanwhile.
   *
   * @param recipients - Left out: everybody who receives messages; we get it ourselves then.
   * @returns Done when the server has it.
   * @throws RoomError `message-too-large`, `bad-request`, `not-connected`, `not-allowed`, `participant-not-found`,
   * `too-many-requests`, `timed-out` after 20 s of a connection without an answer, `aborted` when we left before.
   */
  send(message: Message, recipients?: readonly string[]): Promise<void>;
  /** Sends a message again that failed; one that did arrive is not doubled. @throws RoomError as `send` */
  retry(id: string): Promise<void>;
  /** Takes a message out of the chat that failed. */
  discard(id: string): void;
  /** There is nothing unread any more. */
  markRead(): void;
}

/** Raising hands. The order in which they were raised is the same for everybody. */
export interface HandCommands {
  raise(): Promise<void>;
  /**
   * Takes hands down: our own, or those of others for who may moderate.
   *
   * @param participantIds - @default our own
   * @throws RoomError `not-allowed`, `not-connected`
   */
  lower(participantIds?: readonly string[]): Promise<void>;
}

/** Reactions: told to everybody who is there now, and forgotten. */
export interface ReactionCommands {
  /**
   * @throws RoomError `not-allowed`, `too-many-requests`, `bad-request` (longer than 64 characters), `not-connected`, also
   * while the connection is being mended
   */
  send(reaction: string): Promise<void>;
  /** Calls `listener` with each reaction, our own too. @returns Undoes it. */
  subscribe(listener: (reaction: Reaction) => void): () => void;
}

/** What we say of ourselves. */
export interface SelfCommands {
  /**
   * Changes what others know of us; what is left out stays. Before the room is connected it is kept for then. Name and
   * metadata are not among it: they come with the signed token.
   *
   * @throws RoomError `bad-request` (a context of more than 1,024 characters), `too-many-requests`
   */
  update(change: { readonly context?: string | null }): Promise<void>;
}
