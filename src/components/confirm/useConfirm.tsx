'use client';
import { type ReactElement, useState } from 'react';
import { loadable, useLoaded } from '../../ui/index.ts';
import type { ConfirmDialogProps } from './ConfirmDialog.tsx';

const code = loadable(() => import('./ConfirmDialog.tsx'));

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
  const loaded = useLoaded(code, question !== null, close);
  return {
    ask: setQuestion,
    dialog: loaded && question && <loaded.ConfirmDialog {...question} onClose={close} />,
  };
}
