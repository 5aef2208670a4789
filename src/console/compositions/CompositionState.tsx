'use client';
import type { RoomCompositionResource } from '../../api/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { formatPercent } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Badge } from '../list/Badge.tsx';
import { compositionStates } from './compositionStates.ts';

/** How far a composition is, in a word and, while it is made, in parts of a hundred; or why it failed. */
export function CompositionState({
  composition: { status, progress, failure_reason: reason },
}: {
  composition: RoomCompositionResource;
}) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  return (
    <span className="parlour-console-state">
      <Badge tone={status === 'processing' ? 'live' : status === 'failed' ? 'bad' : 'quiet'}>
        {messages[compositionStates[status]]}
      </Badge>
      {status === 'processing' && (
        <span className="parlour-console-progress">
          <progress
            className="parlour-console-progress-bar"
            value={progress}
            aria-label={messages['compositions.progress']}
          />
          <span className="parlour-console-digits" aria-hidden="true">
            {formatPercent(tag, progress)}
          </span>
        </span>
      )}
      {reason !== null && <span className="parlour-console-muted">{reason}</span>}
    </span>
  );
}
