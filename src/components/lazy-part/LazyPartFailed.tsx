'use client';
import { useMessages } from '../../i18n/index.ts';
import type { LazyPartPlacement } from './lazyPart.tsx';

interface LazyPartFailedProps {
  readonly placement: LazyPartPlacement;
  readonly onRetry: () => void;
}

/** In place of a part that could not be loaded or shown: another try. */
export function LazyPartFailed({ placement, onRetry }: LazyPartFailedProps) {
  const messages = useMessages();
  return (
    <div className="parlour-lazy" data-placement={placement} data-status="failed">
      <p className="parlour-lazy-words" role="alert">
        {messages['lazy.failed']}
      </p>
      <button type="button" className="parlour-button" onClick={onRetry}>
        {messages['lazy.retry']}
      </button>
    </div>
  );
}
