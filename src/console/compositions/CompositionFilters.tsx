'use client';
import type { RoomCompositionsQuery } from '../../api/index.ts';
import { RoomField } from '../filters/RoomField.tsx';
import { SessionField } from '../filters/SessionField.tsx';
import type { Choice } from '../form/ChoiceList.tsx';
import { Field } from '../form/Field.tsx';
import { SelectField } from '../form/SelectField.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { compositionStates } from './compositionStates.ts';

type CompositionFilter = NonNullable<RoomCompositionsQuery['filter']>;

/** What is asked for; an empty text, or null, is not asked for. */
export interface CompositionChoice {
  readonly room: Choice | null;
  readonly sessionId: string;
  readonly status: string;
  /** Days, as `2027-03-01`. */
  readonly from: string;
  readonly until: string;
}

export const EVERY_COMPOSITION: CompositionChoice = { room: null, sessionId: '', status: '', from: '', until: '' };

/** The filter of the API; null: there is none. */
export function filterOf({ room, sessionId, status, from, until }: CompositionChoice): CompositionFilter | null {
  const days = { ...(from && { gte: from }), ...(until && { lte: until }) };
  const filter = {
    ...(room && { room_id: room.id }),
    ...(sessionId && { session_id: sessionId }),
    ...(status && { status }),
    ...(Object.keys(days).length > 0 && { date_created_at: days }),
  } as CompositionFilter;
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
  const { room } = choice;
  const set = (key: 'status' | 'from' | 'until') => (event: { target: { value: string } }) =>
    onChange({ ...choice, [key]: event.target.value });
  return (
    <search className="parlour-console-filters">
      <RoomField value={room} onChange={(next) => onChange({ ...choice, room: next, sessionId: '' })} />
      {room && (
        <SessionField
          key={room.id}
          roomId={room.id}
          value={choice.sessionId}
          onChange={(sessionId) => onChange({ ...choice, sessionId })}
        />
      )}
      <SelectField
        label={messages['rooms.state']}
        options={[{ value: '', text: messages['sessions.all'] }, ...states]}
        value={choice.status}
        onChange={set('status')}
      />
      <Field label={messages['recordings.from']} type="date" value={choice.from} onChange={set('from')} />
      <Field label={messages['recordings.to']} type="date" value={choice.until} onChange={set('until')} />
    </search>
  );
}
