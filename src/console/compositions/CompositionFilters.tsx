'use client';
import type { RoomCompositionsQuery } from '../../api/index.ts';
import { Field } from '../form/Field.tsx';
import { SelectField } from '../form/SelectField.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { compositionStates } from './compositionStates.ts';

type CompositionFilter = NonNullable<RoomCompositionsQuery['filter']>;

/** What is asked for; an empty text is not asked for. */
export interface CompositionChoice {
  readonly sessionId: string;
  readonly status: string;
}

export const EVERY_COMPOSITION: CompositionChoice = { sessionId: '', status: '' };

/** The filter of the API; null: there is none. */
export function filterOf({ sessionId, status }: CompositionChoice): CompositionFilter | null {
  const filter = { ...(sessionId && { session_id: sessionId }), ...(status && { status }) } as CompositionFilter;
  return Object.keys(filter).length === 0 ? null : filter;
}

export interface CompositionFiltersProps {
  choice: CompositionChoice;
  onChange: (choice: CompositionChoice) => void;
}

/** Which compositions are listed. */
export function CompositionFilters({ choice, onChange }: CompositionFiltersProps) {
  const messages = useConsoleMessages();
  const states = Object.entries(compositionStates).map(([value, key]) => ({ value, text: messages[key] }));
  return (
    <search className="parlour-console-filters">
      <SelectField
        label={messages['rooms.state']}
        options={[{ value: '', text: messages['sessions.all'] }, ...states]}
        value={choice.status}
        onChange={({ target }) => onChange({ ...choice, status: target.value })}
      />
      <Field
        label={messages['recordings.session']}
        type="search"
        dir="ltr"
        spellCheck={false}
        value={choice.sessionId}
        onChange={({ target }) => onChange({ ...choice, sessionId: target.value.trim() })}
      />
    </search>
  );
}
