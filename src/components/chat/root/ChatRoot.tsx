'use client';
import { useState } from 'react';
import { useChat } from '../../../hooks/index.ts';
import css from '../../../styles/lazy/chat.css?inline';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelStyles } from '../../panel/usePanelStyles.ts';
import { ChatAnnouncer } from '../announcer/ChatAnnouncer.tsx';
import { ChatContext } from '../ChatContext.ts';
import { useReading } from '../useReading.ts';

/** What a chat shows as `data-*`. */
export interface ChatState {
  /** Nothing has been written yet. */
  readonly empty: boolean;
  /** The latest message is on screen. */
  readonly atEnd: boolean;
}

export type ChatRootProps = PartProps<'div', ChatState>;

/** Holds a chat together: what was written is read while its end is on screen. Renders a `<div>`. */
export function ChatRoot({ children, ...props }: ChatRootProps) {
  usePanelStyles(css);
  const chat = useChat();
  const { firstUnread, atEnd, setAtEnd, forget } = useReading(chat);
  const [sent, setSent] = useState(0);
  const element = useRenderElement(
    'div',
    props,
    { empty: chat.messages.length === 0, atEnd },
    {
      className: 'parlour-chat',
      children: (
        <>
          {children}
          <ChatAnnouncer />
        </>
      ),
    },
  );
  const send = (text: string) => {
    chat.send(text);
    forget();
    setSent((count) => count + 1);
  };
  return <ChatContext value={{ chat, firstUnread, atEnd, setAtEnd, sent, send }}>{element}</ChatContext>;
}
