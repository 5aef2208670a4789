'use client';
import Download from 'lucide-react/icons/download';
import Play from 'lucide-react/icons/play';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { type RoomCompositionResource, useDeleteComposition, useInfiniteCompositionsQuery } from '../../api/index.ts';
import { useConfirm } from '../../components/dialog/useConfirm.tsx';
import { useLocale } from '../../i18n/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { formatDuration, formatMegabytes, formatMoment } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { type DataColumn, DataTable } from '../list/DataTable.tsx';
import { IconButton } from '../list/IconButton.tsx';
import { IconLink } from '../list/IconLink.tsx';
import { Identifier } from '../list/Identifier.tsx';
import { ListView } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { useNews } from '../list/useNews.tsx';
import { useProgressInterval } from '../live/useProgressInterval.ts';
import { RoomName } from '../sessions/RoomName.tsx';
import { CompositionFilters, EVERY_COMPOSITION, filterOf } from './CompositionFilters.tsx';
import { CompositionPlayer } from './CompositionPlayer.tsx';
import { CompositionState } from './CompositionState.tsx';

export interface CompositionTableProps {
  /** Where a new one is made. @default it is not linked */
  newHref?: string | undefined;
}

/** The films that were made of recordings, and those on their way: to watch, download and delete. Renders a `<section>`. */
export function CompositionTable({ newHref }: CompositionTableProps) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const [choice, setChoice] = useState(EVERY_COMPOSITION);
  const filter = filterOf(choice);
  const list = useInfiniteCompositionsQuery(filter === null ? {} : { filter }, {
    refetchInterval: useProgressInterval(),
  });
  const [played, setPlayed] = useState<{ composition: RoomCompositionResource; opener: HTMLElement } | null>(null);
  const deleteOne = useDeleteComposition();
  const confirm = useConfirm();
  const news = useNews();

  const nameOf = ({ created_at: at }: RoomCompositionResource) =>
    `${messages['compositions.film']}, ${formatMoment(tag, at)}`;
  const askToDelete = (composition: RoomCompositionResource, opener: HTMLElement) =>
    confirm.ask({
      opener,
      title: messages['compositions.deleteTitle'],
      text: messages['recordings.deleteText'],
      action: messages['rooms.deleteConfirm'],
      onConfirm: async () => {
        await deleteOne.mutateAsync({ compositionId: composition.id });
        news.tell(messages['recordings.wasDeleted'](nameOf(composition)));
      },
    });

  const columns: readonly DataColumn<RoomCompositionResource>[] = [
    {
      id: 'room',
      header: messages['sessions.room'],
      kind: 'main',
      cell: ({ id, room_id: roomId }) => (
        <>
          <RoomName roomId={roomId} />
          <Identifier id={id} />
        </>
      ),
    },
    {
      id: 'state',
      header: messages['rooms.state'],
      cell: (composition) => <CompositionState composition={composition} />,
    },
    { id: 'created', header: messages['rooms.createdAt'], cell: ({ created_at: at }) => <Moment at={at} /> },
    {
      id: 'picture',
      header: messages['compositions.picture'],
      kind: 'number',
      cell: ({ resolution }) => <span className="parlour-console-digits">{resolution.replace('x', ' × ')}</span>,
    },
    {
      id: 'duration',
      header: messages['sessions.duration'],
      kind: 'number',
      cell: ({ duration_secs: secs }) => (
        <span className="parlour-console-digits">{secs === null ? '–' : formatDuration(tag, secs)}</span>
      ),
    },
    {
      id: 'size',
      header: messages['recordings.size'],
      kind: 'number',
      cell: ({ size_mb: size }) => (
        <span className="parlour-console-digits">{size === null ? '–' : formatMegabytes(tag, size)}</span>
      ),
    },
    {
      id: 'actions',
      header: messages['list.actions'],
      kind: 'actions',
      cell: (composition) => {
        const name = nameOf(composition);
        return (
          <>
            {composition.download_url !== null && (
              <>
                <IconButton
                  label={messages['recordings.play'](name)}
                  icon={<Play aria-hidden className="parlour-directional" />}
                  onClick={({ currentTarget: opener }) => setPlayed({ composition, opener })}
                />
                <IconLink
                  label={messages['recordings.download'](name)}
                  icon={<Download aria-hidden />}
                  href={composition.download_url}
                  download
                />
              </>
            )}
            <IconButton
              danger
              label={messages['recordings.delete'](name)}
              icon={<Trash2 aria-hidden />}
              onClick={({ currentTarget }) => askToDelete(composition, currentTarget)}
            />
          </>
        );
      },
    },
  ];

  const add = newHref !== undefined && (
    <a className="parlour-button parlour-primary" href={newHref}>
      <Plus aria-hidden />
      {messages['compositions.new']}
    </a>
  );
  return (
    <ConsolePart heading={messages['shell.compositions']} actions={add}>
      <CompositionFilters choice={choice} onChange={setChoice} />
      {news.region}
      <ListView
        query={list}
        empty={
          filter === null
            ? { title: messages['compositions.empty'], hint: messages['compositions.emptyHint'] }
            : { title: messages['compositions.noneFound'] }
        }
      >
        {(rows) => <DataTable label={messages['shell.compositions']} columns={columns} rows={rows} />}
      </ListView>
      {played && <CompositionPlayer {...played} title={nameOf(played.composition)} onClose={() => setPlayed(null)} />}
      {confirm.dialog}
    </ConsolePart>
  );
}
