'use client';
import PictureInPictureIcon from 'lucide-react/icons/picture-in-picture-2';
import { useSyncExternalStore } from 'react';
import { useLocale, useMessages } from '../../../i18n/index.ts';
import type { Tile } from '../../../store/index.ts';
import { type OpenProps, useOpen } from '../../../ui/index.ts';
import { CameraToggle } from '../../device-toggle/CameraToggle.tsx';
import { MicrophoneToggle } from '../../device-toggle/MicrophoneToggle.tsx';
import { lazyPart } from '../../lazy-part/lazyPart.tsx';
import { ParticipantTile } from '../../participant-tile/ParticipantTile.tsx';
import { TileBoundary } from '../../room-stage/boundary/TileBoundary.tsx';
import { ThemeProvider } from '../../theme-provider/ThemeProvider.tsx';
import { RoomControlsButton, type RoomControlsButtonProps } from '../button/RoomControlsButton.tsx';
import { RoomControlsLeave } from '../leave/RoomControlsLeave.tsx';
import { RoomControlsRoot } from '../root/RoomControlsRoot.tsx';

/** The window, fetched when it is opened first. */
export const RoomPicture = /* @__PURE__ */ lazyPart(
  async () => (await import('../../picture-in-picture/RoomPicture.tsx')).RoomPicture,
  { placement: 'popup' },
);

export interface RoomControlsPictureInPictureProps extends Partial<RoomControlsButtonProps>, OpenProps {
  /** Called when the room is left by the button in the window. */
  onLeave?: (() => void) | undefined;
}

const never = () => () => {};
const isSupported = () => 'documentPictureInPicture' in window || document.pictureInPictureEnabled === true;
/** Shows the call in a small window over all others. Renders a `<button>`, or nothing where the browser cannot do it. */
export function RoomControlsPictureInPicture(props: RoomControlsPictureInPictureProps) {
  const { onLeave, open: isOpen, defaultOpen, onOpenChange, ...rest } = props;
  const label = useMessages()['controls.pictureInPicture'];
  const { tag, direction } = useLocale();
  const supported = useSyncExternalStore(never, isSupported, () => false);
  const { open, setOpen } = useOpen({ open: isOpen, defaultOpen, onOpenChange });
  if (!supported) return null;
  const render = (tile: Tile | null) => (
    <ThemeProvider lang={tag} dir={direction}>
      <div className="parlour-picture">
        {tile && (
          <TileBoundary participantId={tile.participantId}>
            <ParticipantTile participantId={tile.participantId} streamKey={tile.key} />
          </TileBoundary>
        )}
        <RoomControlsRoot>
          <MicrophoneToggle />
          <CameraToggle />
          <RoomControlsLeave onLeave={onLeave} />
        </RoomControlsRoot>
      </div>
    </ThemeProvider>
  );
  return (
    <>
      <RoomControlsButton
        label={label}
        icon={<PictureInPictureIcon aria-hidden />}
        pressed={open}
        onSelect={() => setOpen(!open, 'trigger')}
        collapse={5}
        {...rest}
      />
      {open && <RoomPicture render={render} onOpenChange={() => setOpen(false, 'close')} />}
    </>
  );
}
