'use client';
import Users from 'lucide-react/icons/users';
import { useRoomState } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { PanelToggle, type PanelToggleProps } from './PanelToggle.tsx';

/** Opens and closes your list of people, and counts for moderators who waits to be let in. Renders a `<button>`. */
export function RoomControlsPeople(props: PanelToggleProps) {
  const messages = useMessages();
  return (
    <PanelToggle
      id="people"
      title={messages['controls.people']}
      icon={<Users aria-hidden />}
      collapse={40}
      count={useRoomState('waiting', (state) => state.waiting.length)}
      labelOf={messages['controls.peopleWaiting']}
      props={props}
    />
  );
}
