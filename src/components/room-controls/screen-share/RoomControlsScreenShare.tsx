'use client';
import ScreenShare from 'lucide-react/icons/screen-share';
import ScreenShareOff from 'lucide-react/icons/screen-share-off';
import { useCanPublish, useConnection, useScreenShare } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { DeviceToggle, type DeviceToggleProps } from '../../device-toggle/DeviceToggle.tsx';
import type { Collapse } from '../bar/ControlsBar.ts';
import { useControl } from '../bar/useControl.ts';
import { useCanShareScreen } from './useCanShareScreen.ts';

const icons = { on: <ScreenShareOff aria-hidden />, off: <ScreenShare aria-hidden /> };

export type RoomControlsScreenShareProps = DeviceToggleProps & {
  /** What becomes of it where the bar is too narrow. @default 38 */
  collapse?: Collapse | undefined;
};

/**
 * Shares your screen, or stops sharing it. Renders a `<button>` that is pressed while you share, or
 * nothing where the browser cannot do it.
 */
export function RoomControlsScreenShare(props: RoomControlsScreenShareProps) {
  return useCanShareScreen() ? <ShareScreen {...props} /> : null;
}

function ShareScreen({ collapse = 38, ...props }: RoomControlsScreenShareProps) {
  const messages = useMessages();
  const screen = useScreenShare();
  const { status } = useConnection();
  const allowed = useCanPublish('presentation');
  const { enabled, buttonProps } = screen;
  const outside = status === 'connected' || enabled ? {} : { disabled: true };
  const { ref, inBar } = useControl(
    {
      kind: 'toggle',
      id: 'screen',
      label: messages['controls.screen'],
      icon: enabled ? icons.on : icons.off,
      checked: enabled,
      disabled: outside.disabled ?? (!allowed && !enabled),
      onSelect: buttonProps.onClick,
    },
    collapse,
  );
  if (!inBar) return null;
  return <DeviceToggle kind="screen" device={screen} icons={icons} buttonRef={ref} props={{ ...outside, ...props }} />;
}
