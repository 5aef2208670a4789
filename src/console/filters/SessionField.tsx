'use client';
import { useRoomSessionsQuery } from '../../api/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { SelectField } from '../form/SelectField.tsx';
import { formatMoment } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';

export interface SessionFieldProps {
  /** Whose sessions there are to choose from. */
  roomId: string;
  /** Empty: all of them. */
  value: string;
  onChange: (sessionId: string) => void;
}

/** The latest ones; the days find what is older. */
const PAGE = { size: 100 };

/** Which session of a room, by when it began. */
export function SessionField({ roomId, value, onChange }: SessionFieldProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const sessions = useRoomSessionsQuery({ filter: { room_id: roomId }, page: PAGE });
  const all = { value: '', text: messages['sessions.all'] };
  const options = (sessions.data?.data ?? []).map(({ id, created_at: at, active }) => ({
    value: id,
    text: active ? `${formatMoment(tag, at)} · ${messages['rooms.live']}` : formatMoment(tag, at),
  }));
  return (
    <SelectField
      label={messages['recordings.session']}
      options={[all, ...options]}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
