'use client';
import type { RoomRecordingsFilter } from '../../api/index.ts';
import { Field } from '../form/Field.tsx';
import { SelectField } from '../form/SelectField.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { recordingStates } from './recordingStates.ts';

/** What is asked for; an empty text is not asked for. */
export interface RecordingChoice {
  readonly sessionId: string;
  readonly type: string;
  readonly status: string;
  /** Days, as `2027-03-01`. */
  readonly from: string;
  readonly until: string;
}

export const EVERYTHING: RecordingChoice = { sessionId: '', type: '', status: '', from: '', until: '' };

/** The filter of the API; null: there is none. */
export function filterOf({ sessionId, type, status, from, until }: RecordingChoice): RoomRecordingsFilter | null {
  const days = { ...(from && { gte: from }), ...(until && { lte: until }) };
  const filter = {
    ...(sessionId && { session_id: sessionId }),
    ...(type && { type }),
    ...(status && { status }),
    ...(Object.keys(days).length > 0 && { date_started_at: days }),
  } as RoomRecordingsFilter;
  return Object.keys(filter).length === 0 ? null : filter;
}

export interface RecordingFiltersProps {
  choice: RecordingChoice;
  onChange: (choice: RecordingChoice) => void;
}

/** Which recordings are listed. */
export function RecordingFilters({ choice, onChange }: RecordingFiltersProps) {
  const messages = useConsoleMessages();
  const all = { value: '', text: messages['sessions.all'] };
  const states = recordingStates.map((value) => ({ value, text: messages[`recordings.${value}`] }));
  const kinds = (['audio', 'video'] as const).map((value) => ({ value, text: messages[`recordings.${value}`] }));
  const set = (key: keyof RecordingChoice) => (event: { target: { value: string } }) =>
    onChange({ ...choice, [key]: event.target.value.trim() });
  return (
    <search className="parlour-console-filters">
      <SelectField
        label={messages['recordings.kind']}
        options={[all, ...kinds]}
        value={choice.type}
        onChange={set('type')}
      />
      <SelectField
        label={messages['rooms.state']}
        options={[all, ...states]}
        value={choice.status}
        onChange={set('status')}
      />
      <Field label={messages['recordings.from']} type="date" value={choice.from} onChange={set('from')} />
      <Field label={messages['recordings.to']} type="date" value={choice.until} onChange={set('until')} />
      <Field
        label={messages['recordings.session']}
        type="search"
        dir="ltr"
        spellCheck={false}
        value={choice.sessionId}
        onChange={set('sessionId')}
      />
    </search>
  );
}
