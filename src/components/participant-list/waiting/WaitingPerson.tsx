'use client';
import X from 'lucide-react/icons/x';
import { type CSSProperties, useId } from 'react';
import type { WaitingParticipant } from '../../../engine/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { hueOf } from '../../participant-tile/avatar/hueOf.ts';
import { initialsOf } from '../../participant-tile/avatar/initialsOf.ts';

interface WaitingPersonProps {
  readonly person: WaitingParticipant;
  readonly busy: boolean;
  readonly onAdmit: () => void;
  readonly onTurnAway: () => void;
}

/** Somebody who waits: the name, and what can be done. Renders a `<div>` with the role `listitem`. */
export function WaitingPerson({ person, busy, onAdmit, onTurnAway }: WaitingPersonProps) {
  const messages = usePanelMessages();
  const id = useId();
  const name = person.name ?? messages['tile.unnamed'];
  const away = messages['people.turnAway'](name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the list
    <div role="listitem" className="parlour-people-line">
      <span
        className="parlour-people-avatar"
        style={{ '--parlour-avatar-hue': hueOf(person.id) } as CSSProperties}
        aria-hidden
      >
        {initialsOf(name)}
      </span>
      <span className="parlour-people-words">
        <span id={`${id}name`} className="parlour-people-name" dir="auto">
          {name}
        </span>
      </span>
      <button
        type="button"
        className="parlour-button parlour-quiet parlour-small"
        data-decision="no"
        aria-label={away}
        title={away}
        onClick={onTurnAway}
      >
        <X aria-hidden />
      </button>
      <button
        id={`${id}admit`}
        type="button"
        className="parlour-button parlour-small parlour-primary"
        data-decision="yes"
        aria-labelledby={`${id}admit ${id}name`}
        aria-busy={busy || undefined}
        onClick={onAdmit}
      >
        {messages['people.admit']}
      </button>
    </div>
  );
}
