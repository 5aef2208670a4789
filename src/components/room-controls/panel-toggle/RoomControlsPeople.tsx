'use client';
import Users from 'lucide-react/icons/users';
import { useRoomState } from '../../../hooks/index.ts';
import { useLocale, useMessages } from '../../../i18n/index.ts';
import { PanelToggle, type PanelToggleProps } from './PanelToggle.tsx';

/** Opens and closes your list of people, and counts for moderators who waits to be let in. Renders a `<button>`. */
export function RoomControlsPeople(props: PanelToggleProps) {
  const messages = useMessages();
  const { tag } = useLocale();
  const waiting = useRoomState('waiting', (state) => state.waiting.length);
  const title = messages['controls.people'];
  const count = new Intl.NumberFormat(tag).format(waiting);
  return (
    <PanelToggle
      id="people"
      label={waiting > 0 ? messages['controls.peopleWaiting'](count) : title}
      title={title}
      icon={<Users aria-hidden />}
      collapse={40}
      unread={waiting > 0}
      badge={waiting > 99 ? '99+' : waiting > 0 ? count : null}
      props={props}
    />
  );
}
