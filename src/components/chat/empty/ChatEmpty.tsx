'use client';
import MessageSquare from 'lucide-react/icons/message-square';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export type ChatEmptyProps = PartProps<'div', Record<never, never>>;

/** Says that nothing has been written yet. Renders a `<div>`. */
export function ChatEmpty(props: ChatEmptyProps) {
  const messages = usePanelMessages();
  return useRenderElement(
    'div',
    props,
    {},
    {
      className: 'parlour-panel-empty',
      children: (
        <>
          <MessageSquare className="parlour-panel-empty-icon" aria-hidden />
          <p className="parlour-panel-empty-title">{messages['chat.empty']}</p>
          <p className="parlour-panel-empty-hint">{messages['chat.emptyHint']}</p>
        </>
      ),
    },
  );
}
