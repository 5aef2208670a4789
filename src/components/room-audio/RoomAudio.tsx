'use client';
import { useRemoteStreams } from '../../hooks/index.ts';
import { RoomAudioStream } from './stream/RoomAudioStream.tsx';
import { RoomAudioUnblock } from './unblock/RoomAudioUnblock.tsx';

function AllStreams() {
  return useRemoteStreams().map(({ id, participantId, key }) => (
    <RoomAudioStream key={id} participantId={participantId} streamKey={key} />
  ));
}

/**
 * Plays everybody else. Put it into a room once, anywhere; it shows nothing. `RoomAudio.Unblock` is a
 * button that appears where the browser plays no sound before a click.
 */
export const RoomAudio = /* @__PURE__ */ Object.assign(AllStreams, { Unblock: RoomAudioUnblock });
