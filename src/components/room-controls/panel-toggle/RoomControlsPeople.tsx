'use client';
import Users from 'lucide-react/icons/users';
import { useMessages } from '../../../i18n/index.ts';
import { PanelToggle, type PanelToggleProps } from './PanelToggle.tsx';

/** Opens and closes your list of people. Renders a `<button>`. */
export function RoomControlsPeople(props: PanelToggleProps) {
  const title = useMessages()['controls.people'];
  const icon = <Users aria-hidden />;
  return <PanelToggle id="people" label={title} title={title} icon={icon} collapse={40} props={props} />;
}
