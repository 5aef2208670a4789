'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnnouncementKind } from '../announcer/AnnouncementKind.ts';
import { useRoomNews } from '../announcer/useRoomNews.ts';
import { NotificationsItem } from './item/NotificationsItem.tsx';
import { type Notification, NotificationQueue } from './NotificationQueue.ts';
import { NotificationsRoot, type NotificationsRootProps } from './root/NotificationsRoot.tsx';

export interface NotificationsProps extends Omit<NotificationsRootProps, 'children' | 'empty'> {
  /** What is shown. @default everything */
  kinds?: readonly AnnouncementKind[] | undefined;
  /** How many are shown at once; the rest wait. Read once. @default 3 */
  limit?: number | undefined;
  /** Milliseconds for which each is shown. Read once. @default 5000 */
  duration?: number | undefined;
}

const NONE: readonly Notification[] = [];

/** Tells the queue while the page is not looked at. */
function usePauseWhileHidden(queue: NotificationQueue): void {
  useEffect(() => {
    const look = () => (document.visibilityState === 'hidden' ? queue.pause() : queue.resume());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [queue]);
}

function DefaultNotifications({ kinds, limit = 3, duration = 5000, ...props }: NotificationsProps) {
  const [queue] = useState(() => new NotificationQueue({ limit, duration }));
  const shown = useSyncExternalStore(queue.subscribe, queue.get, () => NONE);
  useEffect(() => () => queue.close(), [queue]);
  usePauseWhileHidden(queue);
  useRoomNews((news) => {
    const wanted = news.filter(({ kind }) => !kinds || kinds.includes(kind));
    queue.add(wanted);
    return wanted.length > 0;
  });
  return (
    <NotificationsRoot
      onPointerEnter={queue.pause}
      onPointerLeave={queue.resume}
      onFocus={queue.pause}
      onBlur={queue.resume}
      {...props}
      empty={shown.length === 0}
    >
      {shown.map((notification) => (
        <NotificationsItem
          key={notification.id}
          notification={notification}
          onDismiss={() => {
            queue.dismiss(notification.id);
            // Its button had the pointer or the focus, and tells of neither any more.
            queue.resume();
          }}
        />
      ))}
    </NotificationsRoot>
  );
}

/**
 * What happens in the room, for a moment each: who joined and left, raised hands, who waits to be let in, messages that
 * are not read, recording, and what a moderator does to you. A few at a time; the rest wait, and no time passes while
 * somebody points at them or has the focus in them. It announces nothing: `RoomAnnouncer` does. Parts: `Root`, `Item`.
 */
export const Notifications = /* @__PURE__ */ Object.assign(DefaultNotifications, {
  Root: NotificationsRoot,
  Item: NotificationsItem,
});
