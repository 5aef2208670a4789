'use client';
import { useId } from 'react';
import { useWaitingRoom } from '../../../hooks/index.ts';
import { messageOfError, useLocale, usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { WaitingPerson } from './WaitingPerson.tsx';

export type ParticipantListWaitingProps = Omit<PartProps<'section', Record<never, never>>, 'children'>;

/**
 * For moderators: who waits to be let in, and the buttons to do so or not. Renders a `<section>`, or nothing while nobody
 * waits. Who decides by keyboard goes on with the next one.
 */
export function ParticipantListWaiting(props: ParticipantListWaitingProps) {
  const messages = usePanelMessages();
  const { tag } = useLocale();
  const { waiting, pending, error, admit, turnAway } = useWaitingRoom();
  const id = useId();
  const focus = useKeptFocus(waiting);
  const element = useRenderElement(
    'section',
    props,
    {},
    {
      ...focus,
      className: 'parlour-people-waiting',
      'aria-labelledby': id,
      children: (
        <>
          <h3 id={id} className="parlour-people-waiting-title">
            {messages['people.waiting']}{' '}
            <span className="parlour-people-count">{new Intl.NumberFormat(tag).format(waiting.length)}</span>
          </h3>
          {/* biome-ignore lint/a11y/useSemanticElements: a <ul> would take on the page's own list styles */}
          <div role="list" aria-labelledby={id} className="parlour-people-waiting-rows">
            {waiting.map((person) => (
              <WaitingPerson
                key={person.id}
                person={person}
                busy={pending === 'all' || pending === person.id}
                onAdmit={() => admit(person.id)}
                onTurnAway={() => turnAway(person.id)}
              />
            ))}
          </div>
          {waiting.length > 1 && (
            <button
              type="button"
              className="parlour-button parlour-small"
              aria-busy={pending === 'all' || undefined}
              onClick={() => admit('all')}
            >
              {messages['people.admitAll']}
            </button>
          )}
          {error && (
            <p className="parlour-people-problem" role="alert">
              {messageOfError(messages, error)}
            </p>
          )}
        </>
      ),
    },
  );
  return waiting.length > 0 ? element : null;
}
