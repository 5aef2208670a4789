'use client';
import { type ReactElement, useState } from 'react';
import { lazyPart } from '../lazy-part/lazyPart.tsx';
import type { ConfirmDialogProps } from './ConfirmDialog.tsx';

export const ConfirmDialog = /* @__PURE__ */ lazyPart(async () => (await import('./ConfirmDialog.tsx')).ConfirmDialog, {
  placement: 'popup',
});

type Question = Omit<ConfirmDialogProps, 'onClose'>;

/** Asks before something that cannot be undone. */
export interface Confirm {
  ask(question: Question): void;
  /** To render, wherever. */
  readonly dialog: ReactElement | null;
}

/** A dialog that is fetched when something is asked first. */
export function useConfirm(): Confirm {
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  return {
    ask: setQuestion,
    dialog: question && <ConfirmDialog {...question} onClose={close} />,
  };
}
