'use client';
import { type RoomParticipantResource, useInfiniteRoomParticipantsQuery } from '../../api/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { type DataColumn, DataTable } from '../list/DataTable.tsx';
import { Duration } from '../list/Duration.tsx';
import { ListView } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { PersonName } from './PersonName.tsx';

export interface PastPeopleProps {
  sessionId: string;
  /** Only who has not left. */
  onlyPresent: boolean;
}

const present = (all: readonly RoomParticipantResource[]) => all.filter(({ left_at: left }) => left === null);

/** Who is or was in a session, as it is written down. */
export function PastPeople({ sessionId, onlyPresent }: PastPeopleProps) {
  const messages = useConsoleMessages();
  const list = useInfiniteRoomParticipantsQuery({ filter: { session_id: sessionId } });
  const columns: readonly DataColumn<RoomParticipantResource>[] = [
    {
      id: 'person',
      header: messages['session.person'],
      kind: 'main',
      cell: (person) => <PersonName person={person} />,
    },
    {
      id: 'time',
      header: messages['session.time'],
      kind: 'number',
      cell: ({ joined_at: from, left_at: to }) => <Duration from={from} to={to} />,
    },
    { id: 'joined', header: messages['session.joined'], cell: ({ joined_at: at }) => <Moment at={at} /> },
    {
      id: 'left',
      header: messages['session.left'],
      cell: ({ left_at: at }) => (at === null ? <span>–</span> : <Moment at={at} />),
    },
  ];
  return (
    <ListView query={list} narrow={onlyPresent ? present : undefined} empty={{ title: messages['session.nobody'] }}>
      {(rows) => <DataTable label={messages['sessions.people']} columns={columns} rows={rows} />}
    </ListView>
  );
}
