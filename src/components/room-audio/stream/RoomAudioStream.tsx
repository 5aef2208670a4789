'use client';
import { memo, useEffect } from 'react';
import { useRoomStore, useStream } from '../../../hooks/index.ts';

export interface RoomAudioStreamProps {
  participantId: string;
  streamKey: string;
}

/** Plays one remote stream, and with that asks for it. Renders nothing: the room has elements for it, and uses them again. */
export const RoomAudioStream = memo(function RoomAudioStream({ participantId, streamKey }: RoomAudioStreamProps) {
  const { commands } = useRoomStore();
  const track = useStream(participantId, streamKey)?.audioTrack;

  useEffect(() => {
    const demand = commands.subscribeDemand({ participantId, key: streamKey, kind: 'audio' });
    return () => demand.release();
  }, [commands, participantId, streamKey]);

  useEffect(() => (track ? commands.audio.play(track) : undefined), [commands, track]);

  return null;
});
