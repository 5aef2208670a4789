'use client';
import { useParticipantName } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import type { Caption } from '../Caption.ts';

export interface CaptionsLineProps extends Omit<PartProps<'p', Record<never, never>>, 'children'> {
  caption: Caption;
  /** Whether it says who speaks. @default true */
  named?: boolean | undefined;
}

/** What somebody says, with the name before it. Renders a `<p>`. */
export function CaptionsLine({ caption, named = true, ...props }: CaptionsLineProps) {
  const messages = usePanelMessages();
  const { participantId = '', speaker, text, lang } = caption;
  const name = useParticipantName(participantId);
  const shown = speaker ?? name ?? (participantId === '' ? null : messages['tile.unnamed']);
  return useRenderElement(
    'p',
    props,
    {},
    {
      className: 'parlour-captions-line',
      dir: 'auto',
      lang,
      children: (
        <>
          {named && shown !== null && <bdi className="parlour-captions-speaker">{shown}: </bdi>}
          {text}
        </>
      ),
    },
  );
}
