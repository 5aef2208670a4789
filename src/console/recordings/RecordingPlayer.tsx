'use client';
import { useState } from 'react';
import { type RoomRecordingResource, useRecordingQuery } from '../../api/index.ts';
import { ModalDialog } from '../../components/dialog/ModalDialog.tsx';
import { useMessages } from '../../i18n/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Failed } from '../list/ListView.tsx';

export interface RecordingPlayerProps {
  recording: RoomRecordingResource;
  title: string;
  opener: HTMLElement;
  onClose: () => void;
}

/** Plays one recording, from an address that is asked for when it opens: those of the list may have run out. */
export function RecordingPlayer({ recording, title, opener, onClose }: RecordingPlayerProps) {
  const words = useMessages();
  const messages = useConsoleMessages();
  const fresh = useRecordingQuery(recording.id, { staleTime: 0, refetchOnWindowFocus: false });
  const [playable, setPlayable] = useState(true);
  const url = fresh.data?.download_url ?? null;
  const media = {
    src: url ?? undefined,
    controls: true,
    autoPlay: true,
    'aria-label': title,
    className: 'parlour-console-player',
    onError: () => setPlayable(false),
  };
  return (
    <ModalDialog opener={opener} title={title} closeLabel={words['dialog.close']} onClose={onClose}>
      {fresh.error && !fresh.isFetching && <Failed error={fresh.error} retry={() => void fresh.refetch()} />}
      {fresh.isPending && (
        <p className="parlour-console-muted" role="status">
          {messages['list.loading']}
        </p>
      )}
      {url !== null &&
        playable &&
        (recording.type === 'video' ? <video {...media} playsInline /> : <audio {...media} />)}
      <p className="parlour-console-problem" role="alert">
        {!playable && messages['recordings.cannotPlay']}
      </p>
    </ModalDialog>
  );
}
