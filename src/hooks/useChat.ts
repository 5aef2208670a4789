'use client';
import type { ChatMessage, Message } from '../engine/Chat.ts';
import { useRoomStore } from './RoomContext.ts';
import { useOwnGrant } from './useOwnGrant.ts';
import { useRoomState } from './useRoomState.ts';

/** A chat to read and to write in. */
export interface ChatRoom {
  /** The oldest first; our own are there from the moment they are written, with how they get on. */
  readonly messages: readonly ChatMessage[];
  /** How many have come from others since {@link markRead}. */
  readonly unread: number;
  /** Whether our token allows writing. True as long as nobody knows: before the first connection. */
  readonly canSend: boolean;
  /**
   * Writes to everybody, or to some. It never throws: a message that fails is in `messages` with its error.
   * `room.sendMessage()` is the one to wait for.
   */
  send(message: string | Message, recipients?: readonly string[]): void;
  /** Sends a message again that failed; one that did arrive is not doubled. */
  retry(id: string): void;
  /** Takes a message away that failed. */
  discard(id: string): void;
  /** Nothing is unread any more. Call it when the chat is looked at. */
  markRead(): void;
}

/**
 * What is written in the room. The room must be made with `enableMessages`, or nothing of others comes. Renders again
 * with each message; a badge needs {@link useUnreadMessages} only.
 */
export function useChat(): ChatRoom {
  const { chat } = useRoomStore().commands;
  const { messages, unread } = useRoomState('chat', (state) => state.chat);
  const canSend = useOwnGrant('message', true);
  return {
    messages,
    unread,
    canSend,
    send: (message, recipients) => {
      const sent = chat.send(typeof message === 'string' ? { type: 'text', payload: message } : message, recipients);
      // How it went is in the messages.
      sent.catch(() => {});
    },
    retry: (id) => void chat.retry(id).catch(() => {}),
    discard: (id) => chat.discard(id),
    markRead: () => chat.markRead(),
  };
}
