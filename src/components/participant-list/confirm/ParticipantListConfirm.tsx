'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';

/** Asks before something is done to somebody, in the place where it was asked for. Renders a `<div>` with the role `group`. */
export function ParticipantListConfirm({
  question,
  action,
  problem,
  pending,
  onConfirm,
  onCancel,
}: {
  question: ReactNode;
  action: ReactNode;
  /** Why it did not work. */
  problem: ReactNode;
  pending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const messages = usePanelMessages();
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would take on the page's own look
    <div
      role="group"
      aria-labelledby={id}
      className="parlour-people-confirm"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <p id={id} className="parlour-people-question">
        {question}
      </p>
      {problem && (
        <p className="parlour-people-problem" role="alert">
          {problem}
        </p>
      )}
      <button ref={cancel} type="button" className="parlour-button parlour-small" onClick={onCancel}>
        {messages['people.cancel']}
      </button>
      <button
        type="button"
        className="parlour-button parlour-small parlour-danger"
        aria-busy={pending || undefined}
        onClick={onConfirm}
      >
        {action}
      </button>
    </div>
  );
}
