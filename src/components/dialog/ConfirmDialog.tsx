'use client';
import { useState } from 'react';
import { messageOfError, usePanelMessages } from '../../i18n/index.ts';
import { ModalDialog } from './ModalDialog.tsx';

export interface ConfirmDialogProps {
  /** The focus goes back to it. */
  opener: HTMLElement;
  title: string;
  text?: string | undefined;
  /** Of the button that does it. */
  action: string;
  /** Does it. While its promise is pending the button says so; if it rejects, the reason is shown. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ opener, title, text, action, onConfirm, onClose }: ConfirmDialogProps) {
  const messages = usePanelMessages();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const confirm = async () => {
    if (pending) return;
    setPending(true);
    setProblem(null);
    try {
      await onConfirm();
      onClose();
    } catch (thrown) {
      setProblem(messageOfError(messages, thrown));
      setPending(false);
    }
  };
  return (
    <ModalDialog asking opener={opener} title={title} closeLabel={messages['dialog.close']} onClose={onClose}>
      {text !== undefined && <p className="parlour-dialog-text">{text}</p>}
      {problem !== null && (
        <p className="parlour-dialog-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="parlour-dialog-actions">
        <button type="button" className="parlour-button" onClick={onClose}>
          {messages['dialog.cancel']}
        </button>
        <button
          type="button"
          className="parlour-button parlour-danger"
          aria-busy={pending || undefined}
          onClick={() => void confirm()}
        >
          {action}
        </button>
      </div>
    </ModalDialog>
  );
}
