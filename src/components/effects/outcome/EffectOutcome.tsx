'use client';
import { messageOfError, usePanelMessages } from '../../../i18n/index.ts';
import type { EffectChoice } from '../useEffectChoice.ts';

interface EffectOutcomeProps {
  readonly choice: EffectChoice;
  /** What is said while it waits for its device. */
  readonly waiting: string;
}

/** How a chosen effect stands, in words, with another try where there is one. Renders a `<div>`. */
export function EffectOutcome({ choice: { status, error, retry }, waiting }: EffectOutcomeProps) {
  const messages = usePanelMessages();
  const words = {
    off: null,
    on: null,
    loading: messages['effects.starting'],
    waiting,
    stopped: messages['device.busy'],
    failed: error && messageOfError(messages, error),
  }[status];
  return (
    <div className="parlour-effect-outcome" data-status={status}>
      <span role="status">{words}</span>
      {(status === 'stopped' || status === 'failed') && (
        <button type="button" className="parlour-button parlour-small" onClick={retry}>
          {messages['lazy.retry']}
        </button>
      )}
    </div>
  );
}
