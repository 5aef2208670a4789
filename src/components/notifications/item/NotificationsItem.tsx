'use client';
import CircleDot from 'lucide-react/icons/circle-dot';
import DoorOpen from 'lucide-react/icons/door-open';
import Hand from 'lucide-react/icons/hand';
import LogIn from 'lucide-react/icons/log-in';
import LogOut from 'lucide-react/icons/log-out';
import MessageSquare from 'lucide-react/icons/message-square';
import MicOff from 'lucide-react/icons/mic-off';
import X from 'lucide-react/icons/x';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import type { Notification } from '../NotificationQueue.ts';

/** What a notification shows as `data-*`. */
export interface NotificationState {
  readonly kind: Notification['kind'];
}

export interface NotificationsItemProps extends Omit<PartProps<'div', NotificationState>, 'children'> {
  notification: Notification;
  /** Called by its button. */
  onDismiss: () => void;
}

const ICONS = {
  joined: LogIn,
  left: LogOut,
  hand: Hand,
  waiting: DoorOpen,
  message: MessageSquare,
  recording: CircleDot,
  moderation: MicOff,
};

/** One thing that happened. Renders a `<div>`. */
export function NotificationsItem({ notification, onDismiss, ...props }: NotificationsItemProps) {
  const messages = usePanelMessages();
  const { kind, text } = notification;
  const Icon = ICONS[kind];
  return useRenderElement(
    'div',
    props,
    { kind },
    {
      className: 'parlour-notification',
      children: (
        <>
          <Icon className="parlour-notification-icon" aria-hidden />
          <p className="parlour-notification-text" dir="auto">
            {text}
          </p>
          <button
            type="button"
            className="parlour-button parlour-quiet parlour-small"
            aria-label={messages['notifications.dismiss']}
            title={messages['notifications.dismiss']}
            onClick={onDismiss}
          >
            <X aria-hidden />
          </button>
        </>
      ),
    },
  );
}
