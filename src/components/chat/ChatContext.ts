'use client';
import { createContext, use } from 'react';
import type { ChatRoom } from '../../hooks/index.ts';

/** What the parts of a chat share. */
export interface ChatContextValue {
  readonly chat: ChatRoom;
  /** The message that was the first unread one when the chat was opened, or scrolled away from its end. */
  readonly firstUnread: string | null;
  /** Whether the latest message is on screen. */
  readonly atEnd: boolean;
  readonly setAtEnd: (atEnd: boolean) => void;
  /** Counts what we have sent: each time the chat goes to its end. */
  readonly sent: number;
  readonly send: (text: string) => void;
}

export const ChatContext = createContext<ChatContextValue | null>(null);

/** @throws Error outside a chat. */
export function useChatContext(): ChatContextValue {
  const value = use(ChatContext);
  if (!value) throw new Error('Parlour: this part belongs into a chat. Put it inside <Chat.Root>.');
  return value;
}
