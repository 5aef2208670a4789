'use client';
import { useDeferredValue, useMemo, useState } from 'react';
import { useParticipants, useRoomState } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import css from '../../../styles/lazy/participant-list.css?inline';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelStyles } from '../../panel/usePanelStyles.ts';
import { listedPeople } from '../listedPeople.ts';
import { ParticipantListContext } from '../ParticipantListContext.ts';

/** What a list of people shows as `data-*`. */
export interface ParticipantListState {
  /** A name is looked for. */
  readonly searching: boolean;
  /** Nobody has such a name. */
  readonly empty: boolean;
}

export type ParticipantListRootProps = PartProps<'div', ParticipantListState>;

/** Holds a list of people together. Renders a `<div>`. */
export function ParticipantListRoot(props: ParticipantListRootProps) {
  usePanelStyles(css);
  const messages = usePanelMessages();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const all = useParticipants();
  const hands = useRoomState('raised-hands', (state) => state.raisedHands);
  const participants = useRoomState('participants', (state) => state.participants);
  const unnamed = messages['tile.unnamed'];
  const ids = useMemo(
    () => listedPeople(all, hands, participants, wanted, unnamed),
    [all, hands, participants, wanted, unnamed],
  );
  const value = useMemo(() => ({ query, setQuery, ids }), [query, ids]);
  const state = { searching: query.trim() !== '', empty: ids.length === 0 };
  const element = useRenderElement('div', props, state, { className: 'parlour-people' });
  return <ParticipantListContext value={value}>{element}</ParticipantListContext>;
}
