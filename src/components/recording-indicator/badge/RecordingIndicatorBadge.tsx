'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useRecordingContext } from '../RecordingContext.ts';

export type RecordingIndicatorBadgeProps = PartProps<'span', Record<never, never>>;

/** That the room is recorded: a dot and the word. Renders a `<span>`, or nothing while it is not. */
export function RecordingIndicatorBadge(props: RecordingIndicatorBadgeProps) {
  const messages = usePanelMessages();
  const { recording } = useRecordingContext();
  const element = useRenderElement(
    'span',
    props,
    {},
    {
      className: 'parlour-recording-badge',
      title: messages['recording.title'],
      children: (
        <>
          <span className="parlour-recording-dot" aria-hidden />
          {messages['recording.on']}
        </>
      ),
    },
  );
  return recording ? element : null;
}
