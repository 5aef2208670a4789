'use client';
import { type RoomRecordingResource, useRecordingQuery } from '../../api/index.ts';
import { PlayerDialog, type PlayerDialogProps } from '../player/PlayerDialog.tsx';

export interface RecordingPlayerProps extends Pick<PlayerDialogProps, 'title' | 'opener' | 'onClose'> {
  recording: RoomRecordingResource;
}

/** Plays one recording. */
export function RecordingPlayer({ recording, ...dialog }: RecordingPlayerProps) {
  const file = useRecordingQuery(recording.id, { staleTime: 0, refetchOnWindowFocus: false });
  return <PlayerDialog {...dialog} file={file} type={recording.type} />;
}
