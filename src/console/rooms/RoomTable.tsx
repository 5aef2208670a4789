'use client';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { type MouseEvent, useState } from 'react';
import { type RoomResource, useDeleteRoom } from '../../api/index.ts';
import { useConfirm } from '../../components/dialog/useConfirm.tsx';
import { useLocale } from '../../i18n/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { formatNumber } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Badge } from '../list/Badge.tsx';
import { type DataColumn, DataTable } from '../list/DataTable.tsx';
import { IconButton } from '../list/IconButton.tsx';
import { Identifier } from '../list/Identifier.tsx';
import { ListView } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { useNews } from '../list/useNews.tsx';
import { RoomDialog } from './RoomDialog.tsx';
import { roomName } from './roomName.ts';
import { useRoomSearch } from './useRoomSearch.ts';

export interface RoomTableProps {
  /** Where the session that goes on in a room is shown. @default it is not linked */
  sessionHref?: ((sessionId: string) => string) | undefined;
}

/** All rooms: to search, create, change and delete. Renders a `<section>`. */
export function RoomTable({ sessionHref }: RoomTableProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const [text, setText] = useState('');
  const { list, narrow, searching } = useRoomSearch(text);
  const [edited, setEdited] = useState<{ room: RoomResource | null; opener: HTMLElement } | null>(null);
  const confirm = useConfirm();
  const news = useNews();
  const deleteRoom = useDeleteRoom();

  const askToDelete = (room: RoomResource, { currentTarget: opener }: MouseEvent<HTMLElement>) => {
    const name = roomName(messages, room);
    confirm.ask({
      opener,
      title: messages['rooms.deleteTitle'](name),
      text: messages['rooms.deleteText'],
      action: messages['rooms.deleteConfirm'],
      onConfirm: async () => {
        await deleteRoom.mutateAsync({ roomId: room.id });
        news.tell(messages['rooms.wasDeleted'](name));
      },
    });
  };

  const columns: readonly DataColumn<RoomResource>[] = [
    {
      id: 'name',
      header: messages['rooms.name'],
      kind: 'main',
      cell: (room) => (
        <>
          <span className="parlour-console-name" data-unnamed={room.unique_name === null ? '' : undefined} dir="auto">
            {roomName(messages, room)}
          </span>
          <Identifier id={room.id} />
        </>
      ),
    },
    {
      id: 'state',
      header: messages['rooms.state'],
      cell: (room) => <RoomState room={room} sessionHref={sessionHref} />,
    },
    {
      id: 'capacity',
      header: messages['rooms.capacity'],
      kind: 'number',
      cell: (room) => <span className="parlour-console-digits">{formatNumber(tag, room.max_participants)}</span>,
    },
    {
      id: 'recording',
      header: messages['rooms.recording'],
      cell: (room) => <span>{messages[room.enable_recording ? 'rooms.on' : 'rooms.off']}</span>,
    },
    { id: 'created', header: messages['rooms.createdAt'], cell: (room) => <Moment at={room.created_at} /> },
    {
      id: 'actions',
      header: messages['list.actions'],
      kind: 'actions',
      cell: (room) => (
        <>
          <IconButton
            label={messages['rooms.edit'](roomName(messages, room))}
            icon={<Pencil aria-hidden />}
            onClick={({ currentTarget: opener }) => setEdited({ room, opener })}
          />
          <IconButton
            danger
            label={messages['rooms.delete'](roomName(messages, room))}
            icon={<Trash2 aria-hidden />}
            onClick={(event) => askToDelete(room, event)}
          />
        </>
      ),
    },
  ];

  return (
    <ConsolePart
      heading={messages['shell.rooms']}
      actions={
        <>
          <input
            type="search"
            className="parlour-input parlour-console-input parlour-console-search"
            aria-label={messages['rooms.search']}
            placeholder={messages['rooms.search']}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <button
            type="button"
            className="parlour-button parlour-primary"
            onClick={({ currentTarget: opener }) => setEdited({ room: null, opener })}
          >
            <Plus aria-hidden />
            {messages['rooms.create']}
          </button>
        </>
      }
    >
      {news.region}
      <ListView
        query={list}
        narrow={narrow}
        empty={
          searching
            ? { title: messages['rooms.noneFound'] }
            : { title: messages['rooms.empty'], hint: messages['rooms.emptyHint'] }
        }
      >
        {(rows) => <DataTable label={messages['shell.rooms']} columns={columns} rows={rows} />}
      </ListView>
      {edited && <RoomDialog {...edited} onDone={news.tell} onClose={() => setEdited(null)} />}
      {confirm.dialog}
    </ConsolePart>
  );
}

function RoomState({ room, sessionHref }: RoomTableProps & { room: RoomResource }) {
  const messages = useConsoleMessages();
  const session = room.active_session_id;
  if (session === null) return <Badge>{messages['rooms.idle']}</Badge>;
  const badge = <Badge tone="live">{messages['rooms.live']}</Badge>;
  if (!sessionHref) return badge;
  const label = messages['rooms.watch'](roomName(messages, room));
  return (
    <a className="parlour-console-link" href={sessionHref(session)} title={label}>
      {badge}
      <span className="parlour-console-hidden">{label}</span>
    </a>
  );
}
