'use client';
import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { type RoomResource, useRoomQuery, useRoomsQuery } from '../../api/index.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import type { Choice } from '../form/ChoiceList.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { isUuid } from '../rooms/isUuid.ts';
import { roomName } from '../rooms/roomName.ts';

export interface RoomFieldProps {
  value: Choice | null;
  onChange: (room: Choice | null) => void;
}

/** How much of an id tells rooms without a name apart. */
const SHORT = 8;

/** Which room, by a part of its name or by its id; one that was deleted by its id alone. */
export function RoomField({ value, onChange }: RoomFieldProps) {
  const messages = useConsoleMessages();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const isId = isUuid(wanted);
  const one = useRoomQuery(isId ? wanted : null);
  const named = useRoomsQuery(wanted === '' || isId ? {} : { filter: { search: wanted } }, {
    enabled: !isId,
    placeholderData: keepPreviousData,
  });
  const choiceOf = (room: RoomResource): Choice => ({
    id: room.id,
    name: roomName(messages, room),
    hint: room.unique_name === null ? room.id.slice(0, SHORT) : undefined,
  });
  const gone: Choice = { id: wanted, name: wanted };
  const found = isId ? (one.data ? [choiceOf(one.data)] : one.error && [gone]) : named.data?.data.map(choiceOf);
  const error = isId ? null : named.error;
  return (
    <ChoiceField
      label={messages['sessions.room']}
      value={value}
      onChange={onChange}
      choices={{ found: found ?? undefined, error }}
      onSearch={setText}
    />
  );
}
