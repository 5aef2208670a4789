'use client';
import ChevronUp from 'lucide-react/icons/chevron-up';
import Mic from 'lucide-react/icons/mic';
import Video from 'lucide-react/icons/video';
import { useMessages } from '../../../i18n/index.ts';
import { type MenuPartProps, useMenuPart } from '../useMenuPart.tsx';
import { useCameraEntries, useMicrophoneEntries } from './useDeviceEntries.tsx';

const ICON = <ChevronUp aria-hidden />;
const CLASS = 'parlour-button parlour-device-menu';

/** The menu of microphones and speakers. Renders a `<button>`. */
export function RoomControlsMicrophoneMenu(props: MenuPartProps) {
  const label = useMessages()['controls.microphoneMenu'];
  const entries = useMicrophoneEntries();
  const menuIcon = <Mic aria-hidden />;
  return useMenuPart(
    { id: 'microphone-menu', label, icon: ICON, menuIcon, className: CLASS, collapse: 20, entries },
    props,
  );
}

/** The menu of cameras. Renders a `<button>`. */
export function RoomControlsCameraMenu(props: MenuPartProps) {
  const label = useMessages()['controls.cameraMenu'];
  const entries = useCameraEntries();
  const menuIcon = <Video aria-hidden />;
  return useMenuPart(
    { id: 'camera-menu', label, icon: ICON, menuIcon, className: CLASS, collapse: 21, entries },
    props,
  );
}
