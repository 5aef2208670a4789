'use client';
import type { ReactNode } from 'react';
import { usePanelMessages } from '../../i18n/index.ts';
import { ModalDialog } from '../dialog/ModalDialog.tsx';
import { DeviceSettingsContents } from './DeviceSettingsContents.tsx';
import { DeviceSettingsRoot } from './root/DeviceSettingsRoot.tsx';

export interface DeviceSettingsDialogProps {
  opener: HTMLElement;
  /** What tells what is wrong: loaded with the room. */
  problems: ReactNode;
  onClose: () => void;
}

/** The choice of devices as a dialog. */
export function DeviceSettingsDialog({ opener, problems, onClose }: DeviceSettingsDialogProps) {
  const messages = usePanelMessages();
  return (
    <ModalDialog
      opener={opener}
      title={messages['controls.settings']}
      closeLabel={messages['dialog.close']}
      onClose={onClose}
    >
      <DeviceSettingsRoot>
        <DeviceSettingsContents problems={problems} />
      </DeviceSettingsRoot>
    </ModalDialog>
  );
}
