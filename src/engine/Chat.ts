import type { RoomError } from '../errors/index.ts';

/** What one participant writes to others; payload and `meta` together have at most 64 KiB as UTF-8. */
export interface Message {
  readonly type: 'text';
  readonly payload: string;
  /** Anything that belongs to the payload, for the application to read. */
  readonly meta?: string;
}

/** A message as a chat shows it. */
export type ChatMessage = Message & {
  /** Unique in the room; stays the same from sending to arrival. */
  readonly id: string;
  readonly participantId: string;
  /** The sender's name when it was sent: by now the sender may have left. */
  readonly name?: string;
  readonly origin: 'local' | 'remote';
  /** Null: it goes to everybody. */
  readonly recipients: readonly string[] | null;
  /** By the server's clock; until it has arrived there, when it was written, by ours. */
  readonly sentAt: Date;
} & (
    | { readonly status: 'pending' }
    | { readonly status: 'sent' }
    | { readonly status: 'failed'; readonly error: RoomError }
  );

/** What has been written in the room. */
export interface Chat {
  /** The oldest first, at most the latest 1,000. */
  readonly messages: readonly ChatMessage[];
  /** How many have come from others since they were last marked as read. */
  readonly unread: number;
}

/** A hand that is up. */
export interface RaisedHand {
  readonly participantId: string;
  /** By the server's clock. */
  readonly raisedAt: Date;
}

/** A reaction of somebody: shown for a moment, and never part of the state. */
export interface Reaction {
  readonly participantId: string;
  /** An emoji, say. */
  readonly reaction: string;
}
