'use client';
import Settings from 'lucide-react/icons/settings';
import type { ReactNode } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { DeviceSettingsDialog } from '../../device-settings/DeviceSettingsDialog.tsx';
import type { BarTools } from '../bar/barTools.ts';
import { type DialogPartProps, useDialogPart } from '../useDialogPart.tsx';

interface SettingsButtonProps {
  readonly tools: BarTools;
  readonly props: DialogPartProps;
  /** Handed in: they are there with the room. */
  readonly problems: ReactNode;
}

/** The button of the settings. */
export function SettingsButton({ props, tools, problems }: SettingsButtonProps) {
  return useDialogPart(
    {
      tools,
      id: 'settings',
      label: usePanelMessages()['controls.settings'],
      icon: <Settings aria-hidden />,
      state: {},
      dialog: (opener, onClose) => <DeviceSettingsDialog opener={opener} problems={problems} onClose={onClose} />,
    },
    props,
  );
}
