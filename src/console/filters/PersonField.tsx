'use client';
import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { type RoomParticipantResource, useRoomParticipantsQuery } from '../../api/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import type { Choice } from '../form/ChoiceList.tsx';
import { formatMoment } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { participantName } from '../sessions/participantName.ts';

export interface PersonFieldProps {
  /** Only who was in this room, or in this session; empty: whoever was in any. */
  roomId: string;
  sessionId: string;
  value: Choice | null;
  onChange: (person: Choice | null) => void;
}

/** Which person, by a part of their name or by their id. Who came several times is one choice. */
export function PersonField({ roomId, sessionId, value, onChange }: PersonFieldProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const filter = {
    ...(roomId && { room_id: roomId }),
    ...(sessionId && { session_id: sessionId }),
    ...(wanted && { search: wanted }),
  };
  const people = useRoomParticipantsQuery({ filter, page: { size: 50 } }, { placeholderData: keepPreviousData });
  const choiceOf = (person: RoomParticipantResource): Choice => ({
    id: person.id,
    name: participantName(person),
    hint: formatMoment(tag, person.joined_at),
  });
  return (
    <ChoiceField
      label={messages['session.person']}
      value={value}
      onChange={onChange}
      choices={{ found: people.data && onceEach(people.data.data).map(choiceOf), error: people.error }}
      onSearch={setText}
    />
  );
}

/** Who joined last comes first, and is the one that stays. */
function onceEach(people: readonly RoomParticipantResource[]): readonly RoomParticipantResource[] {
  const seen = new Set<string>();
  return people.filter(({ id }) => !seen.has(id) && seen.add(id));
}
