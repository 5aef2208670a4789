'use client';
import { type PartProps, useRenderElement } from '../../ui/index.ts';
import type { AnnouncementSettings } from './AnnouncementKind.ts';
import { type Spoken, useAnnouncements } from './useAnnouncements.ts';

export interface RoomAnnouncerProps extends Omit<PartProps<'div', Record<never, never>>, 'children'> {
  /**
   * How each kind of thing is announced: `{ joined: 'off', message: 'assertive' }`.
   *
   * @default all politely, and assertively what a moderator does to you
   */
  announce?: AnnouncementSettings | undefined;
}

const lines = (spoken: readonly Spoken[]) => spoken.map(({ id, text }) => <p key={id}>{text}</p>);

/**
 * Tells screen readers what happens in the room: who joined and left, whose hand is up, who waits to be let in, what was
 * written, recording, and what a moderator did to you. What happens together is said together (“Ana and 3 others joined”),
 * with some seconds between two announcements. Put it into a room once. Renders a `<div>` that cannot be seen.
 */
export function RoomAnnouncer({ announce, ...props }: RoomAnnouncerProps) {
  const { polite, assertive } = useAnnouncements(announce);
  return useRenderElement(
    'div',
    props,
    {},
    {
      className: 'parlour-announcer',
      children: (
        <>
          <div aria-live="polite">{lines(polite)}</div>
          <div aria-live="assertive">{lines(assertive)}</div>
        </>
      ),
    },
  );
}
