'use client';
import Video from 'lucide-react/icons/video';
import VideoOff from 'lucide-react/icons/video-off';
import { useCamera } from '../../hooks/index.ts';
import { DeviceToggle, type DeviceToggleProps } from './DeviceToggle.tsx';

const icons = { on: <Video aria-hidden />, off: <VideoOff aria-hidden /> };

/** Turns your camera on and off. Renders a `<button>` that is pressed while it is on. */
export function CameraToggle(props: DeviceToggleProps) {
  return <DeviceToggle kind="camera" device={useCamera()} icons={icons} props={props} />;
}
