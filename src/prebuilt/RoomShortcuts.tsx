'use client';
import Keyboard from 'lucide-react/icons/keyboard';
import { type ComponentType, type RefObject, useState } from 'react';
import { KeyboardShortcuts } from '../components/panels.ts';
import type { RoomControlsButtonProps } from '../components/room-controls/button/RoomControlsButton.tsx';
import { usePanelMessages } from '../i18n/index.ts';

export interface RoomShortcutsProps {
  root: RefObject<HTMLElement | null>;
  /** Handed in: it is there with the bar, and not to be loaded with this. */
  Button: ComponentType<RoomControlsButtonProps>;
}

/** The keys of a prebuilt room, and the entry of its menu that shows them where there may be a keyboard. */
export function RoomShortcuts({ root, Button }: RoomShortcutsProps) {
  const label = usePanelMessages()['shortcuts.title'];
  const [open, setOpen] = useState(false);
  const hasKeyboard = typeof matchMedia !== 'function' || matchMedia('(any-pointer: fine)').matches;
  return (
    <>
      {hasKeyboard && (
        <Button label={label} icon={<Keyboard aria-hidden />} collapse="always" onSelect={() => setOpen(true)} />
      )}
      <KeyboardShortcuts within={root} open={open} onOpenChange={setOpen} />
    </>
  );
}
