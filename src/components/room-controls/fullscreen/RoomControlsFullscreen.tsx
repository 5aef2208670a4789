'use client';
import Maximize from 'lucide-react/icons/maximize';
import type { RefObject } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { RoomControlsButton, type RoomControlsButtonProps } from '../button/RoomControlsButton.tsx';
import { useFullscreen } from './useFullscreen.ts';

export interface RoomControlsFullscreenProps extends Partial<RoomControlsButtonProps> {
  /** What is to fill the screen. @default the prebuilt room, else the page */
  target?: RefObject<HTMLElement | null> | undefined;
}

/** Lets the room fill the screen. Renders a `<button>`, or nothing where the browser cannot do it. */
export function RoomControlsFullscreen({ target, ...props }: RoomControlsFullscreenProps) {
  const messages = useMessages();
  const { supported, active, toggle } = useFullscreen(target);
  if (!supported) return null;
  const label = messages['controls.fullscreen'];
  return (
    <RoomControlsButton
      label={label}
      icon={<Maximize aria-hidden />}
      pressed={active}
      onSelect={toggle}
      collapse={5}
      {...props}
    />
  );
}
