'use client';
import Download from 'lucide-react/icons/download';
import Play from 'lucide-react/icons/play';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import {
  type RoomRecordingResource,
  useDeleteRecording,
  useDeleteRecordings,
  useInfiniteRecordingsQuery,
} from '../../api/index.ts';
import { useConfirm } from '../../components/dialog/useConfirm.tsx';
import { useLocale } from '../../i18n/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { formatDuration, formatMegabytes, formatMoment } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Badge } from '../list/Badge.tsx';
import { type DataColumn, DataTable } from '../list/DataTable.tsx';
import { IconButton } from '../list/IconButton.tsx';
import { IconLink } from '../list/IconLink.tsx';
import { Identifier } from '../list/Identifier.tsx';
import { ListView } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { useNews } from '../list/useNews.tsx';
import { useProgressInterval } from '../live/useProgressInterval.ts';
import { RoomName } from '../sessions/RoomName.tsx';
import { RecordedPerson } from './RecordedPerson.tsx';
import { EVERYTHING, filterOf, RecordingFilters } from './RecordingFilters.tsx';
import { RecordingPlayer } from './RecordingPlayer.tsx';

/** What was recorded: to find, play, download and delete, one by one or all that match. Renders a `<section>`. */
export function RecordingLibrary() {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const [choice, setChoice] = useState(EVERYTHING);
  const filter = filterOf(choice);
  const list = useInfiniteRecordingsQuery(filter === null ? {} : { filter }, {
    refetchInterval: useProgressInterval(),
  });
  const [played, setPlayed] = useState<{ recording: RoomRecordingResource; opener: HTMLElement } | null>(null);
  const deleteOne = useDeleteRecording();
  const deleteAll = useDeleteRecordings();
  const confirm = useConfirm();
  const news = useNews();
  const total = list.data?.pages.at(-1)?.meta.total_results ?? 0;

  const nameOf = ({ type, started_at: at }: RoomRecordingResource) =>
    `${messages[`recordings.${type}`]}, ${formatMoment(tag, at)}`;
  const askToDelete = (recording: RoomRecordingResource, opener: HTMLElement) =>
    confirm.ask({
      opener,
      title: messages['recordings.deleteTitle'],
      text: messages['recordings.deleteText'],
      action: messages['rooms.deleteConfirm'],
      onConfirm: async () => {
        await deleteOne.mutateAsync({ recordingId: recording.id });
        news.tell(messages['recordings.wasDeleted'](nameOf(recording)));
      },
    });
  const askToDeleteAll = (opener: HTMLElement) =>
    confirm.ask({
      opener,
      title: messages['recordings.deleteAllTitle'](total),
      text: messages['recordings.deleteAllText'],
      action: messages['rooms.deleteConfirm'],
      onConfirm: async () => {
        if (filter === null) return;
        news.tell(messages['recordings.wereDeleted'](await deleteAll.mutateAsync(filter)));
      },
    });

  const columns: readonly DataColumn<RoomRecordingResource>[] = [
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
      id: 'person',
      header: messages['session.person'],
      cell: ({ participant_id: participantId, type }) => <RecordedPerson {...{ participantId, type }} />,
    },
    {
      id: 'state',
      header: messages['rooms.state'],
      cell: ({ status, failure_reason: reason }) => (
        <span className="parlour-console-state">
          <Badge tone={status === 'processing' ? 'live' : status === 'failed' ? 'bad' : 'quiet'}>
            {messages[`recordings.${status}`]}
          </Badge>
          {reason !== null && <span className="parlour-console-muted">{reason}</span>}
        </span>
      ),
    },
    { id: 'started', header: messages['sessions.started'], cell: ({ started_at: at }) => <Moment at={at} /> },
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
      cell: (recording) => {
        const name = nameOf(recording);
        return (
          <>
            {recording.download_url !== null && (
              <>
                <IconButton
                  label={messages['recordings.play'](name)}
                  icon={<Play aria-hidden className="parlour-directional" />}
                  onClick={({ currentTarget: opener }) => setPlayed({ recording, opener })}
                />
                <IconLink
                  label={messages['recordings.download'](name)}
                  icon={<Download aria-hidden />}
                  href={recording.download_url}
                  download
                />
              </>
            )}
            <IconButton
              danger
              label={messages['recordings.delete'](name)}
              icon={<Trash2 aria-hidden />}
              onClick={({ currentTarget }) => askToDelete(recording, currentTarget)}
            />
          </>
        );
      },
    },
  ];

  return (
    <ConsolePart
      heading={messages['shell.recordings']}
      actions={
        filter !== null &&
        total > 0 && (
          <button
            type="button"
            className="parlour-button parlour-console-danger"
            onClick={({ currentTarget }) => askToDeleteAll(currentTarget)}
          >
            <Trash2 aria-hidden />
            {messages['recordings.deleteAll']}
          </button>
        )
      }
    >
      <RecordingFilters choice={choice} onChange={setChoice} />
      {news.region}
      <ListView
        query={list}
        empty={
          filter === null
            ? { title: messages['recordings.empty'], hint: messages['recordings.emptyHint'] }
            : { title: messages['recordings.noneFound'] }
        }
      >
        {(rows) => <DataTable label={messages['shell.recordings']} columns={columns} rows={rows} />}
      </ListView>
      {played && <RecordingPlayer {...played} title={nameOf(played.recording)} onClose={() => setPlayed(null)} />}
      {confirm.dialog}
    </ConsolePart>
  );
}
