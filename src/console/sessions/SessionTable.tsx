'use client';
import { useState } from 'react';
import { type RoomSessionResource, useInfiniteRoomSessionsQuery } from '../../api/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { formatNumber } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Badge } from '../list/Badge.tsx';
import { type DataColumn, DataTable } from '../list/DataTable.tsx';
import { Duration } from '../list/Duration.tsx';
import { ListView } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { RoomName } from './RoomName.tsx';

export interface SessionTableProps {
  /** Where a session is shown. @default it is not linked */
  sessionHref?: ((sessionId: string) => string) | undefined;
  /** @default 'Sessions', in the language in force */
  heading?: string | undefined;
  /** Whether those that are over are left out at first. @default true */
  defaultOnlyLive?: boolean | undefined;
}

/** Those who are there now, or all who ever were: once each. */
function countOf({ active, participants = [] }: RoomSessionResource): number {
  return participants.filter(({ left_at }) => !active || left_at === null).length;
}

/** The sessions that go on, or all there were. Renders a `<section>`. */
export function SessionTable({ sessionHref, heading, defaultOnlyLive = true }: SessionTableProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const [onlyLive, setOnlyLive] = useState(defaultOnlyLive);
  const list = useInfiniteRoomSessionsQuery({
    include_participants: true,
    ...(onlyLive && { filter: { active: true } }),
  });

  const columns: readonly DataColumn<RoomSessionResource>[] = [
    {
      id: 'room',
      header: messages['sessions.room'],
      kind: 'main',
      cell: ({ id, room_id: roomId }) =>
        sessionHref ? (
          <a className="parlour-console-link" href={sessionHref(id)}>
            <RoomName roomId={roomId} />
          </a>
        ) : (
          <RoomName roomId={roomId} />
        ),
    },
    {
      id: 'state',
      header: messages['rooms.state'],
      cell: ({ active }) => (
        <Badge tone={active ? 'live' : 'quiet'}>{messages[active ? 'rooms.live' : 'sessions.over']}</Badge>
      ),
    },
    {
      id: 'people',
      header: messages['sessions.people'],
      kind: 'number',
      cell: (session) => <span className="parlour-console-digits">{formatNumber(tag, countOf(session))}</span>,
    },
    {
      id: 'duration',
      header: messages['sessions.duration'],
      kind: 'number',
      cell: ({ created_at: from, ended_at: to }) => <Duration from={from} to={to} />,
    },
    { id: 'started', header: messages['sessions.started'], cell: ({ created_at: at }) => <Moment at={at} /> },
  ];

  return (
    <ConsolePart
      heading={heading ?? messages['shell.sessions']}
      actions={
        <fieldset className="parlour-console-choice">
          <legend className="parlour-console-hidden">{messages['sessions.filter']}</legend>
          {([true, false] as const).map((live) => (
            <button
              key={String(live)}
              type="button"
              className="parlour-button parlour-console-choice-item"
              aria-pressed={onlyLive === live}
              onClick={() => setOnlyLive(live)}
            >
              {messages[live ? 'sessions.live' : 'sessions.all']}
            </button>
          ))}
        </fieldset>
      }
    >
      <ListView
        query={list}
        empty={
          onlyLive
            ? { title: messages['sessions.empty'], hint: messages['sessions.emptyHint'] }
            : { title: messages['sessions.none'], hint: messages['sessions.emptyHint'] }
        }
      >
        {(rows) => <DataTable label={messages['shell.sessions']} columns={columns} rows={rows} />}
      </ListView>
    </ConsolePart>
  );
}
