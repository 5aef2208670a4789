'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import ArrowDown from 'lucide-react/icons/arrow-down';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useChatContext } from '../ChatContext.ts';
import { ChatEmpty } from '../empty/ChatEmpty.tsx';
import { ChatDay } from '../message/ChatDay.tsx';
import { ChatMessageRow } from '../message/ChatMessageRow.tsx';
import { type ChatRow, rowsOf } from '../rowsOf.ts';

export interface ChatMessagesProps extends Omit<PartProps<'div', Record<never, never>>, 'children'> {
  /** Shown while nothing has been written. @default a few words */
  empty?: ReactNode;
}

/** Pixels from the end within which new messages are followed. */
const AT_END = 48;
const ROW_HEIGHT = 56;

function Row({ row }: { row: ChatRow }): ReactNode {
  const messages = usePanelMessages();
  if (row.type === 'day') return <ChatDay date={row.date} />;
  if (row.type === 'unread') {
    return (
      <p className="parlour-chat-unread">
        <span className="parlour-chat-unread-words">{messages['chat.unread']}</span>
      </p>
    );
  }
  return <ChatMessageRow message={row.message} first={row.first} />;
}

/**
 * What was written, the latest at the end, where it stays unless the reader scrolls away: then a button tells how many
 * messages have come. Only the rows that are on screen are in the page. Renders a `<div>` that scrolls.
 */
export function ChatMessages({ empty = <ChatEmpty />, ...props }: ChatMessagesProps) {
  const messages = usePanelMessages();
  const { chat, firstUnread, atEnd, setAtEnd, sent } = useChatContext();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(chat.messages, firstUnread), [chat.messages, firstUnread]);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END,
    initialOffset: Number.MAX_SAFE_INTEGER,
    onChange: (instance) => setAtEnd(instance.isAtEnd(AT_END)),
  });

  // It opens where something is unread, else at the end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes later does not move the reader
  useLayoutEffect(() => {
    const unread = rows.findIndex(({ type }) => type === 'unread');
    if (unread > 0) virtualizer.scrollToIndex(unread, { align: 'start' });
    else virtualizer.scrollToEnd();
  }, [virtualizer]);

  useEffect(() => {
    if (sent > 0) virtualizer.scrollToEnd();
  }, [virtualizer, sent]);

  const list = useRenderElement(
    'div',
    props,
    {},
    {
      ref: scroller,
      className: 'parlour-chat-messages',
      role: 'log',
      // New messages are told apart from the rows, which come and go as one scrolls.
      'aria-live': 'off',
      'aria-label': messages['chat.label'],
      tabIndex: 0,
      children:
        rows.length === 0 ? (
          empty
        ) : (
          <div className="parlour-chat-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className="parlour-chat-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row row={rows[index] as ChatRow} />
              </div>
            ))}
          </div>
        ),
    },
  );
  return (
    <div className="parlour-chat-window">
      {list}
      {!atEnd && (
        <button
          type="button"
          className="parlour-button parlour-chat-pill"
          data-unread={chat.unread > 0 ? '' : undefined}
          aria-label={chat.unread > 0 ? undefined : messages['chat.toEnd']}
          onClick={() => virtualizer.scrollToEnd()}
        >
          <ArrowDown aria-hidden />
          {chat.unread > 0 && messages['announce.messages'](chat.unread)}
        </button>
      )}
    </div>
  );
}
