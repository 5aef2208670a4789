'use client';
import MessageSquare from 'lucide-react/icons/message-square';
import { useUnreadMessages } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { PanelToggle, type PanelToggleProps } from './PanelToggle.tsx';

/** Opens and closes your chat, and counts what is unread. Renders a `<button>`. */
export function RoomControlsChat(props: PanelToggleProps) {
  const messages = useMessages();
  return (
    <PanelToggle
      id="chat"
      title={messages['controls.chat']}
      icon={<MessageSquare aria-hidden />}
      collapse={41}
      count={useUnreadMessages()}
      labelOf={messages['controls.chatUnread']}
      props={props}
    />
  );
}
