'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useParticipantListContext } from '../ParticipantListContext.ts';

export type ParticipantListSearchProps = PartProps<'input', Record<never, never>>;

/** Looks for people by name; Escape empties it. Renders an `<input>`. */
export function ParticipantListSearch(props: ParticipantListSearchProps) {
  const messages = usePanelMessages();
  const { query, setQuery } = useParticipantListContext();
  return useRenderElement(
    'input',
    props,
    {},
    {
      type: 'search',
      className: 'parlour-input parlour-people-search',
      'aria-label': messages['people.search'],
      placeholder: messages['people.search'],
      // What stands in an empty field is written as the page is.
      dir: query === '' ? undefined : 'auto',
      autoComplete: 'off',
      value: query,
      onChange: (event) => setQuery(event.currentTarget.value),
      onKeyDown: (event) => {
        // The next one closes the panel.
        if (event.key !== 'Escape' || query === '') return;
        event.preventDefault();
        event.stopPropagation();
        setQuery('');
      },
    },
  );
}
