'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useParticipantListContext } from '../ParticipantListContext.ts';

export type ParticipantListStatusProps = Omit<PartProps<'p', Record<never, never>>, 'children'>;

/** How many people are in the room, or were found. It is announced while a name is looked for. Renders a `<p>`. */
export function ParticipantListStatus(props: ParticipantListStatusProps) {
  const messages = usePanelMessages();
  const { query, ids } = useParticipantListContext();
  const searching = query.trim() !== '';
  return useRenderElement(
    'p',
    props,
    {},
    {
      className: 'parlour-people-status',
      role: 'status',
      // Who comes and goes is announced by the room's announcer.
      'aria-live': searching ? 'polite' : 'off',
      children: searching ? messages['people.found'](ids.length) : messages['grid.label'](ids.length),
    },
  );
}
