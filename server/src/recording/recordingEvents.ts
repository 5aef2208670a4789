import type { Recording } from '../db/repositories/RecordingsRepository.ts';
import type { RoomEvent } from '../events/RoomEvent.ts';
import { DOWNLOAD_TTL_SECS } from '../storage/DownloadUrls.ts';
import { megabytes } from '../storage/megabytes.ts';
import type { Storage } from '../storage/Storage.ts';

/** The event that a recording has begun. */
export function startedEvent(recording: Recording): RoomEvent {
  return { type: 'video.room.recording.started', payload: about(recording) };
}

/** Prepares the event that a recording is complete: the URL of its file is signed already. */
export async function completedEvent(
  storageKey: string,
  storage: Pick<Storage, 'signedUrl'>,
): Promise<(recording: Recording) => RoomEvent> {
  const downloadUrl = await storage.signedUrl(storageKey, DOWNLOAD_TTL_SECS);
  return (recording) => ({
    type: 'video.room.recording.completed',
    payload: {
      ...about(recording),
      codec: recording.codec,
      duration_secs: Math.round((recording.durationMs ?? 0) / 1000),
      size_mb: megabytes(recording.sizeBytes ?? 0),
      download_url: downloadUrl,
    },
  });
}

/** The event that a recording is not what it should be. */
export function failedEvent(recording: Recording, reason: string): RoomEvent {
  return { type: 'video.room.recording.failed', payload: { ...about(recording), reason } };
}

function about({ id, roomId, sessionId, participantId, type }: Recording) {
  return { room_id: roomId, session_id: sessionId, participant_id: participantId, recording_id: id, type };
}
