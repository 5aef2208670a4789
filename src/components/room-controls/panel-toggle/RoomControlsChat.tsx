'use client';
import MessageSquare from 'lucide-react/icons/message-square';
import { useUnreadMessages } from '../../../hooks/index.ts';
import { useLocale, useMessages } from '../../../i18n/index.ts';
import { PanelToggle, type PanelToggleProps } from './PanelToggle.tsx';

/** Opens and closes your chat, and counts what is unread. Renders a `<button>`. */
export function RoomControlsChat(props: PanelToggleProps) {
  const messages = useMessages();
  const { tag } = useLocale();
  const unread = useUnreadMessages();
  const title = messages['controls.chat'];
  const count = new Intl.NumberFormat(tag).format(unread);
  return (
    <PanelToggle
      id="chat"
      label={unread > 0 ? messages['controls.chatUnread'](count) : title}
      title={title}
      icon={<MessageSquare aria-hidden />}
      collapse={41}
      unread={unread > 0}
      badge={unread > 99 ? '99+' : unread > 0 ? count : null}
      props={props}
    />
  );
}
