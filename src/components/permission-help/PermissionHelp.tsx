'use client';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import { useState } from 'react';
import { usePanelMessages } from '../../i18n/index.ts';
import styles from '../../styles/lazy/permission-help.css?inline';
import { ModalDialog } from '../dialog/ModalDialog.tsx';
import { usePanelStyles } from '../panel/usePanelStyles.ts';
import { PermissionSteps } from './PermissionSteps.tsx';
import type { PermissionHurdle } from './stepsOf.ts';

export interface PermissionHelpProps {
  readonly hurdle: PermissionHurdle;
  /** `steps` are shown at once, `button` opens a dialog of them. */
  readonly as: 'steps' | 'button';
}

/** How the browser is told to allow microphone and camera, in words and as a picture of the browser. */
export function PermissionHelp({ hurdle, as }: PermissionHelpProps) {
  usePanelStyles(styles);
  const messages = usePanelMessages();
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  if (as === 'steps') return <PermissionSteps hurdle={hurdle} />;
  return (
    <>
      <button
        type="button"
        className="parlour-button parlour-small parlour-permission-show"
        aria-haspopup="dialog"
        aria-expanded={opener !== null}
        onClick={({ currentTarget }) => setOpener(currentTarget)}
      >
        <CircleHelp aria-hidden />
        {messages[hurdle === 'denied' ? 'permission.show' : 'permission.title']}
      </button>
      {opener && (
        <ModalDialog
          opener={opener}
          title={messages['permission.title']}
          closeLabel={messages['dialog.close']}
          onClose={() => setOpener(null)}
        >
          <PermissionSteps hurdle={hurdle} />
        </ModalDialog>
      )}
    </>
  );
}
