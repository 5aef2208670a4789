'use client';
import { useMessages } from '../../i18n/index.ts';
import { ModalDialog } from '../dialog/ModalDialog.tsx';
import { DeviceSettings } from './DeviceSettings.tsx';

/** The choice of devices as a dialog. */
export function DeviceSettingsDialog({ opener, onClose }: { opener: HTMLElement; onClose: () => void }) {
  const messages = useMessages();
  return (
    <ModalDialog
      opener={opener}
      title={messages['controls.settings']}
      closeLabel={messages['dialog.close']}
      onClose={onClose}
    >
      <DeviceSettings />
    </ModalDialog>
  );
}
