'use client';
import { CameraToggle } from '../device-toggle/CameraToggle.tsx';
import { MicrophoneToggle } from '../device-toggle/MicrophoneToggle.tsx';
import { RoomControlsLeave } from '../room-controls/leave/RoomControlsLeave.tsx';
import { RoomControlsRoot } from '../room-controls/root/RoomControlsRoot.tsx';
import { PictureInPictureRoot, type PictureInPictureRootProps } from './root/PictureInPictureRoot.tsx';
import { PictureInPictureTile } from './tile/PictureInPictureTile.tsx';

export interface PictureInPictureProps extends Omit<PictureInPictureRootProps, 'children'> {
  /** Called when the room is left by the button. */
  onLeave?: (() => void) | undefined;
}

function DefaultPictureInPicture({ onLeave, ...props }: PictureInPictureProps) {
  return (
    <PictureInPictureRoot {...props}>
      <PictureInPictureTile />
      <RoomControlsRoot>
        <MicrophoneToggle />
        <CameraToggle />
        <RoomControlsLeave onLeave={onLeave} />
      </RoomControlsRoot>
    </PictureInPictureRoot>
  );
}

/**
 * The call in a small window over all others, with microphone, camera and leaving at hand while one works elsewhere. It is
 * open for as long as it is mounted. Parts: `Root`, `Tile`; in it belong those of `RoomControls`, too.
 */
export const PictureInPicture = /* @__PURE__ */ Object.assign(DefaultPictureInPicture, {
  Root: PictureInPictureRoot,
  Tile: PictureInPictureTile,
});
