'use client';
import { type RoomCompositionResource, useCompositionQuery } from '../../api/index.ts';
import { PlayerDialog, type PlayerDialogProps } from '../player/PlayerDialog.tsx';

export interface CompositionPlayerProps extends Pick<PlayerDialogProps, 'title' | 'opener' | 'onClose'> {
  composition: RoomCompositionResource;
}

/** Plays one composition. */
export function CompositionPlayer({ composition, ...dialog }: CompositionPlayerProps) {
  const file = useCompositionQuery(composition.id, { staleTime: 0, refetchOnWindowFocus: false });
  return <PlayerDialog {...dialog} file={file} type="video" />;
}
