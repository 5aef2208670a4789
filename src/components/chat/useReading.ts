'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ChatRoom } from '../../hooks/index.ts';

function subscribeToVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

const isVisible = () => document.visibilityState !== 'hidden';

/** The oldest of the unread messages, all of which are by others. */
function firstUnreadOf({ messages, unread }: Pick<ChatRoom, 'messages' | 'unread'>): string | null {
  if (unread === 0) return null;
  return messages.filter(({ origin }) => origin === 'remote').at(-unread)?.id ?? messages[0]?.id ?? null;
}

/** Which message was the first unread one when the reader was last away, and whether the reader is at the end now. */
export interface Reading {
  readonly firstUnread: string | null;
  readonly atEnd: boolean;
  readonly setAtEnd: (atEnd: boolean) => void;
  /** Nothing is marked any more. */
  readonly forget: () => void;
}

/** Marks as read what comes while the reader looks at the end of the chat, and remembers where the reader had stopped. */
export function useReading(chat: ChatRoom): Reading {
  const visible = useSyncExternalStore(subscribeToVisibility, isVisible, () => true);
  const [atEnd, setAtEnd] = useState(true);
  const [firstUnread, setFirstUnread] = useState(() => firstUnreadOf(chat));
  const reads = atEnd && visible;

  // While the reader is away, what comes first is where to go on.
  if (!reads && firstUnread === null && chat.unread > 0) setFirstUnread(firstUnreadOf(chat));

  const { unread, markRead } = chat;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the command is a new function with each render
  useEffect(() => {
    if (reads && unread > 0) markRead();
  }, [reads, unread]);

  return { firstUnread, atEnd, setAtEnd, forget: () => setFirstUnread(null) };
}
