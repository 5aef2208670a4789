'use client';
import type { RoomRecordingsFilter } from '../../api/index.ts';
import { PersonField } from '../filters/PersonField.tsx';
import { RoomField } from '../filters/RoomField.tsx';
import { SessionField } from '../filters/SessionField.tsx';
import type { Choice } from '../form/ChoiceList.tsx';
import { Field } from '../form/Field.tsx';
import { SelectField } from '../form/SelectField.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { recordingStates } from './recordingStates.ts';

/** What is asked for; an empty text, or null, is not asked for. */
export interface RecordingChoice {
  readonly room: Choice | null;
  readonly person: Choice | null;
  readonly sessionId: string;
  readonly type: string;
  readonly status: string;
  /** Days, as `2027-03-01`. */
  readonly from: string;
  readonly until: string;
}

export const EVERYTHING: RecordingChoice = {
  ...{ room: null, person: null, sessionId: '', type: '', status: '', from: '', until: '' },
};

/** The filter of the API; null: there is none. */
export function filterOf(choice: RecordingChoice): RoomRecordingsFilter | null {
  const { room, person, sessionId, type, status, from, until } = choice;
  const days = { ...(from && { gte: from }), ...(until && { lte: until }) };
  const filter = {
    ...(room && { room_id: room.id }),
    ...(person && { participant_id: person.id }),
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
  const { room, person, sessionId } = choice;
  const set = (key: 'type' | 'status' | 'from' | 'until') => (event: { target: { value: string } }) =>
    onChange({ ...choice, [key]: event.target.value });
  return (
    <search className="parlour-console-filters">
      {/* Who was in one room, or its sessions, need not have been in another. */}
      <RoomField value={room} onChange={(next) => onChange({ ...choice, room: next, person: null, sessionId: '' })} />
      {room && (
        <SessionField
          key={room.id}
          roomId={room.id}
          value={sessionId}
          onChange={(next) => onChange({ ...choice, sessionId: next, person: null })}
        />
      )}
      <PersonField
        roomId={room?.id ?? ''}
        sessionId={sessionId}
        value={person}
        onChange={(next) => onChange({ ...choice, person: next })}
      />
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
    </search>
  );
}
