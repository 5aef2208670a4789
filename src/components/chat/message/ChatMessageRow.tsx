'use client';
import { memo } from 'react';
import type { ChatMessage } from '../../../engine/index.ts';
import { messageOfError, useLocale, usePanelMessages } from '../../../i18n/index.ts';
import { useChatContext } from '../ChatContext.ts';
import { ChatText } from '../text/ChatText.tsx';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time of day, as the language writes it. */
function timeOf(date: Date, tag: string): string {
  const clock = clocks.get(tag) ?? new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  clocks.set(tag, clock);
  return clock.format(date);
}

function Failure({ message }: { message: Extract<ChatMessage, { status: 'failed' }> }) {
  const messages = usePanelMessages();
  const { chat } = useChatContext();
  return (
    <div className="parlour-chat-failure">
      <p className="parlour-chat-note">{messages['chat.failed'](messageOfError(messages, message.error))}</p>
      <button type="button" className="parlour-chat-action" onClick={() => chat.retry(message.id)}>
        {messages['chat.retry']}
      </button>
      <button type="button" className="parlour-chat-action" onClick={() => chat.discard(message.id)}>
        {messages['chat.discard']}
      </button>
    </div>
  );
}

/** One message: with whose it is and when it was written if it begins a group. */
export const ChatMessageRow = memo(function ChatMessageRow({
  message,
  first,
}: {
  message: ChatMessage;
  first: boolean;
}) {
  const { tag } = useLocale();
  const messages = usePanelMessages();
  const { name = messages['tile.unnamed'], origin, sentAt, status, recipients } = message;
  const own = origin === 'local';
  return (
    <div
      className="parlour-chat-message"
      data-own={own ? '' : undefined}
      data-first={first ? '' : undefined}
      data-status={status}
    >
      {/* Whose each message is, is heard with each; it is seen once. */}
      <p className={first ? 'parlour-chat-meta' : 'parlour-visually-hidden'}>
        <bdi className="parlour-chat-sender">{own ? messages['chat.you'] : name}</bdi>{' '}
        <time dateTime={sentAt.toISOString()}>{timeOf(sentAt, tag)}</time>
        {recipients !== null && <span>{messages['chat.private']}</span>}
      </p>
      <ChatText text={message.payload} />
      {status === 'pending' && <p className="parlour-chat-note">{messages['chat.pending']}</p>}
      {status === 'failed' && <Failure message={message} />}
    </div>
  );
});
