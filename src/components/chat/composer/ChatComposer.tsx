'use client';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useRoomStore } from '../../../hooks/index.ts';
import { useLocale, usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useChatContext } from '../ChatContext.ts';
import { draftOf, keepDraft } from '../drafts.ts';

/** What a composer shows as `data-*`. */
export interface ChatComposerState {
  /** There is nothing to send. */
  readonly empty: boolean;
  /** The text is longer than it may be. */
  readonly tooLong: boolean;
}

export interface ChatComposerProps extends Omit<PartProps<'form', ChatComposerState>, 'children'> {
  /** Most characters of a message. The server takes 64 KiB. @default 4000 */
  limit?: number | undefined;
}

/** From this part of the limit on, the count is shown. */
const NEAR = 0.8;

/**
 * Writes to everybody: Enter sends, Shift and Enter begin a new line. A text that is too long stays, with its count, and
 * what was begun is still there when the chat is opened again. Renders a `<form>`, or a `<p>` for who may not write.
 */
export function ChatComposer({ limit = 4000, ...props }: ChatComposerProps) {
  const { tag } = useLocale();
  const messages = usePanelMessages();
  const store = useRoomStore();
  const { chat, send } = useChatContext();
  const [text, setDraft] = useState(() => draftOf(store));
  const field = useRef<HTMLTextAreaElement>(null);
  const countId = useId();

  const setText = (value: string) => {
    setDraft(value);
    keepDraft(store, value);
  };
  const { length } = text;
  const empty = text.trim() === '';
  const tooLong = length > limit;
  const submit = () => {
    if (empty || tooLong) return;
    send(text.trim());
    setText('');
    field.current?.focus();
  };
  const numbers = new Intl.NumberFormat(tag);
  const count = messages['chat.count'](numbers.format(length), numbers.format(limit));
  const counted = length >= limit * NEAR;

  const form = useRenderElement(
    'form',
    props,
    { empty, tooLong },
    {
      className: 'parlour-chat-composer',
      onSubmit: (event) => {
        event.preventDefault();
        submit();
      },
      children: (
        <>
          <div className="parlour-chat-field" data-value={text}>
            <textarea
              ref={field}
              className="parlour-chat-input"
              data-panel-focus=""
              rows={1}
              // What stands in an empty field is written as the page is.
              dir={text === '' ? undefined : 'auto'}
              enterKeyHint="send"
              value={text}
              placeholder={messages['chat.placeholder']}
              aria-label={messages['chat.placeholder']}
              aria-invalid={tooLong || undefined}
              aria-describedby={counted ? countId : undefined}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event: KeyboardEvent) => {
                // Enter chooses a word while one is being put together.
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                submit();
              }}
            />
          </div>
          <button
            type="submit"
            className="parlour-button parlour-primary parlour-chat-send"
            disabled={empty || tooLong}
            aria-label={messages['chat.send']}
            title={messages['chat.send']}
          >
            <SendHorizontal className="parlour-directional" aria-hidden />
          </button>
          <p id={countId} className="parlour-chat-count" role="status">
            {counted && count}
          </p>
        </>
      ),
    },
  );
  return chat.canSend ? form : <p className="parlour-chat-read-only">{messages['chat.notAllowed']}</p>;
}
