'use client';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import { useMicrophone } from '../../hooks/index.ts';
import { DeviceToggle, type DeviceToggleProps } from './DeviceToggle.tsx';

const icons = { on: <Mic aria-hidden />, off: <MicOff aria-hidden /> };

/** Turns your microphone on and off. Renders a `<button>` that is pressed while it is on. */
export function MicrophoneToggle(props: DeviceToggleProps) {
  return <DeviceToggle kind="microphone" device={useMicrophone()} icons={icons} props={props} />;
}
