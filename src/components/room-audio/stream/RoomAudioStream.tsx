'use client';
import { memo, useEffect } from 'react';
import { useRoomStore, useStreamAudio } from '../../../hooks/index.ts';
import { audioPlaybackOf } from '../AudioPlayback.ts';

export interface RoomAudioStreamProps {
  participantId: string;
  streamKey: string;
}

/** Plays one remote stream. Renders an `<audio>` without controls, which shows nothing. */
export const RoomAudioStream = memo(function RoomAudioStream({ participantId, streamKey }: RoomAudioStreamProps) {
  const { audioProps } = useStreamAudio(participantId, streamKey);
  const playback = audioPlaybackOf(useRoomStore());
  const { ref } = audioProps;

  useEffect(() => {
    const element = ref.current;
    return () => {
      if (element) playback.forget(element);
    };
  }, [ref, playback]);

  return <audio {...audioProps} onCanPlay={({ currentTarget }) => void playback.play(currentTarget)} />;
});
