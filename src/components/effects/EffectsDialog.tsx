'use client';
import { usePanelMessages } from '../../i18n/index.ts';
import { ModalDialog } from '../dialog/ModalDialog.tsx';
import { PreJoinCameraOff } from '../pre-join/camera-off/PreJoinCameraOff.tsx';
import { PreJoinPreview } from '../pre-join/preview/PreJoinPreview.tsx';
import { Effects } from './Effects.tsx';
import type { EffectsOptions } from './EffectsOptions.ts';

export interface EffectsDialogProps extends EffectsOptions {
  opener: HTMLElement;
  onClose: () => void;
}

/** The choice of effects as a dialog, with what one looks like. */
export function EffectsDialog({ opener, onClose, ...options }: EffectsDialogProps) {
  const messages = usePanelMessages();
  return (
    <ModalDialog
      opener={opener}
      title={messages['effects.label']}
      closeLabel={messages['dialog.close']}
      onClose={onClose}
    >
      <Effects.Root>
        <div className="parlour-prejoin-stage">
          <PreJoinPreview />
          <PreJoinCameraOff />
        </div>
        <Effects {...options} />
      </Effects.Root>
    </ModalDialog>
  );
}
