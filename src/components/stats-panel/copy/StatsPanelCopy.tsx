'use client';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { use, useState } from 'react';
import { RoomContext } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

/** What the button shows as `data-*`. */
export interface StatsPanelCopyState {
  readonly status: 'idle' | 'copied' | 'failed';
}

export type StatsPanelCopyProps = PartProps<'button', StatsPanelCopyState>;

/**
 * Copies what has happened in the room lately as JSON, for whoever looks for a fault: without tokens, names, messages or
 * addresses. Renders a `<button>` and how it went, or nothing without a room.
 */
export function StatsPanelCopy(props: StatsPanelCopyProps) {
  const messages = usePanelMessages();
  const room = use(RoomContext)?.room;
  const [status, setStatus] = useState<StatsPanelCopyState['status']>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(JSON.stringify(room?.stats.exportDebugBundle(), null, 2));
      setStatus('copied');
    } catch {
      setStatus('failed');
    }
  };
  const element = useRenderElement(
    'button',
    props,
    { status },
    {
      type: 'button',
      className: 'parlour-button parlour-small parlour-stats-copy',
      onClick: () => void copy(),
      children: (
        <>
          {status === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
          {messages['stats.copy']}
        </>
      ),
    },
  );
  if (!room) return null;
  return (
    <div className="parlour-stats-footer">
      {element}
      <p className="parlour-stats-note" role="status">
        {status === 'copied' && messages['stats.copied']}
        {status === 'failed' && messages['stats.copyFailed']}
      </p>
    </div>
  );
}
