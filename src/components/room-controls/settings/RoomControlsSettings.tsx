'use client';
import Settings from 'lucide-react/icons/settings';
import { useState } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type OpenProps, type PartProps, useOpen, useRenderElement } from '../../../ui/index.ts';
import { DeviceProblems } from '../../device-problems/DeviceProblems.tsx';
import { lazyPart } from '../../lazy-part/lazyPart.tsx';
import type { Collapse } from '../bar/ControlsBar.ts';
import { useControl } from '../bar/useControl.ts';
import type { MenuPartState } from '../MenuPartState.ts';

/** The dialog, fetched when it is opened first. */
export const SettingsDialog = /* @__PURE__ */ lazyPart(
  async () => (await import('../../device-settings/DeviceSettingsDialog.tsx')).DeviceSettingsDialog,
  { placement: 'popup' },
);

export interface RoomControlsSettingsProps extends PartProps<'button', MenuPartState>, OpenProps {
  /** What becomes of it where the bar is too narrow. @default 6 */
  collapse?: Collapse | undefined;
}

const ICON = <Settings aria-hidden />;

/** The dialog of devices: your picture, which devices, how loud you are, a sound to hear. Renders a `<button>`. */
export function RoomControlsSettings(props: RoomControlsSettingsProps) {
  const { collapse = 6, open: isOpen, defaultOpen, onOpenChange, ...rest } = props;
  const label = useMessages()['controls.settings'];
  const { open, setOpen } = useOpen({ open: isOpen, defaultOpen, onOpenChange });
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const place = useControl({ id: 'settings', label, icon: ICON, opens: true, onSelect: show }, collapse);
  function show() {
    const button = place.inBar ? place.ref.current : null;
    setOpener(button?.checkVisibility?.() === false ? place.standIn() : (button ?? place.standIn()));
    setOpen(true, 'trigger');
  }
  const element = useRenderElement('button', rest, { open } as MenuPartState, {
    ref: place.ref,
    type: 'button',
    className: 'parlour-button parlour-control',
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    'aria-label': label,
    title: label,
    onPointerDown: SettingsDialog.preload,
    onClick: show,
    children: ICON,
  });
  return (
    <>
      {place.inBar && element}
      {open && opener && (
        <SettingsDialog opener={opener} problems={<DeviceProblems />} onClose={() => setOpen(false, 'close')} />
      )}
    </>
  );
}
