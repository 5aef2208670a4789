'use client';
import { DeviceProblems } from '../device-problems/DeviceProblems.tsx';
import { CameraToggle } from '../device-toggle/CameraToggle.tsx';
import { MicrophoneToggle } from '../device-toggle/MicrophoneToggle.tsx';
import { RoomControlsLeave } from './leave/RoomControlsLeave.tsx';
import { RoomControlsRoot, type RoomControlsRootProps } from './root/RoomControlsRoot.tsx';
import { RoomControlsScreenShare } from './screen-share/RoomControlsScreenShare.tsx';

export interface RoomControlsProps extends Omit<RoomControlsRootProps, 'children'> {
  /** Called when the room is left by the button. */
  onLeave?: (() => void) | undefined;
}

function DefaultControls({ onLeave, ...props }: RoomControlsProps) {
  return (
    <RoomControlsRoot {...props}>
      <DeviceProblems />
      <MicrophoneToggle />
      <CameraToggle />
      <RoomControlsScreenShare />
      <RoomControlsLeave onLeave={onLeave} />
    </RoomControlsRoot>
  );
}

/**
 * What everybody can do in a room: microphone, camera, screen, leave. To compose your own bar, use the
 * parts: `Root`, `Microphone`, `Camera`, `ScreenShare`, `Leave`, `Problems`.
 */
export const RoomControls = /* @__PURE__ */ Object.assign(DefaultControls, {
  Root: RoomControlsRoot,
  Microphone: MicrophoneToggle,
  Camera: CameraToggle,
  ScreenShare: RoomControlsScreenShare,
  Leave: RoomControlsLeave,
  Problems: DeviceProblems,
});
