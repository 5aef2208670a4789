'use client';
import PictureInPictureIcon from 'lucide-react/icons/picture-in-picture-2';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type OpenProps, useOpen } from '../../../ui/index.ts';
import { lazyPart } from '../../lazy-part/lazyPart.tsx';
import { RoomControlsButton, type RoomControlsButtonProps } from '../button/RoomControlsButton.tsx';

/** The window, fetched when it is opened first. */
export const PictureInPicture = /* @__PURE__ */ lazyPart(
  async () => (await import('../../picture-in-picture/PictureInPicture.tsx')).PictureInPicture,
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
  const supported = useSyncExternalStore(never, isSupported, () => false);
  const { open, setOpen } = useOpen({ open: isOpen, defaultOpen, onOpenChange });
  if (!supported) return null;
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
      {open && <PictureInPicture onLeave={onLeave} onOpenChange={() => setOpen(false, 'close')} />}
    </>
  );
}
