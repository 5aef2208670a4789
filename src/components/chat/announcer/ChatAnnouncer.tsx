'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { useChatContext } from '../ChatContext.ts';

/** What comes together is told together. */
const GATHER_MS = 1000;
/** Longer messages are cut: they are in the chat. */
const MOST_CHARACTERS = 200;

/**
 * Tells screen readers what is written while the end of the chat is on screen: one message with its words, several by
 * their number. All else is unread, and told by the room's announcer.
 */
export function ChatAnnouncer() {
  const messages = usePanelMessages();
  const { chat, atEnd } = useChatContext();
  const [told, setTold] = useState({ id: 0, text: '' });
  const known = useRef(chat.messages);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gathered = useRef<string[]>([]);

  const tell = useEffectEvent(() => {
    timer.current = undefined;
    const lines = gathered.current;
    gathered.current = [];
    const text = lines.length === 1 ? (lines[0] ?? '') : messages['announce.messages'](lines.length);
    setTold(({ id }) => ({ id: id + 1, text }));
  });

  const take = useEffectEvent((now: typeof chat.messages) => {
    const before = new Set(known.current.map(({ id }) => id));
    known.current = now;
    if (!atEnd || chat.unread === 0) return;
    // What was written before we came was never unread.
    const fresh = now.filter(({ origin }) => origin === 'remote').slice(-chat.unread);
    for (const { id, name = messages['tile.unnamed'], payload } of fresh) {
      if (before.has(id)) continue;
      const text = payload.length > MOST_CHARACTERS ? `${payload.slice(0, MOST_CHARACTERS)}…` : payload;
      gathered.current.push(messages['announce.message'](name, text));
    }
    if (gathered.current.length > 0) timer.current ??= setTimeout(() => tell(), GATHER_MS);
  });

  useEffect(() => take(chat.messages), [chat.messages]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div className="parlour-visually-hidden" aria-live="polite">
      {told.text && <p key={told.id}>{told.text}</p>}
    </div>
  );
}
