'use client';
import ScreenShare from 'lucide-react/icons/screen-share';
import ScreenShareOff from 'lucide-react/icons/screen-share-off';
import { useConnection, useScreenShare } from '../../../hooks/index.ts';
import { DeviceToggle, type DeviceToggleProps } from '../../device-toggle/DeviceToggle.tsx';
import { useCanShareScreen } from './useCanShareScreen.ts';

const icons = { on: <ScreenShareOff aria-hidden />, off: <ScreenShare aria-hidden /> };

/**
 * Shares your screen, or stops sharing it. Renders a `<button>` that is pressed while you share, or
 * nothing where the browser cannot do it.
 */
export function RoomControlsScreenShare(props: DeviceToggleProps) {
  const screen = useScreenShare();
  const { status } = useConnection();
  const possible = useCanShareScreen();
  if (!possible) return null;
  const outside = status === 'connected' || screen.enabled ? {} : { disabled: true };
  return <DeviceToggle kind="screen" device={screen} icons={icons} props={{ ...outside, ...props }} />;
}
