import type { Recording } from '../db/repositories/RecordingsRepository.ts';
import type { RoomEvent } from '../events/RoomEvent.ts';
import type { RoomEvents } from '../events/RoomEvents.ts';
import type { Log } from '../rooms/Log.ts';
import { DOWNLOAD_TTL_SECS } from '../storage/DownloadUrls.ts';
import { megabytes } from '../storage/megabytes.ts';
import type { Storage } from '../storage/Storage.ts';

/** What {@link publishRecording} works with. */
export interface PublishRecordingDeps {
  events: Pick<RoomEvents, 'publish'>;
  storage: Pick<Storage, 'signedUrl'>;
  log: Log;
}

/** Tells those outside that a recording has begun, completed or failed. A failure is logged: the recording is as it is. */
export async function publishRecording(
  recording: Recording,
  { events, storage, log }: PublishRecordingDeps,
): Promise<void> {
  try {
    await events.publish(await toEvent(recording, storage));
  } catch (error) {
    log.error({ err: error, recordingId: recording.id }, 'An event of a recording could not be published.');
  }
}

async function toEvent(recording: Recording, storage: Pick<Storage, 'signedUrl'>): Promise<RoomEvent> {
  const { id, roomId, sessionId, participantId, type, status, storageKey } = recording;
  const about = { room_id: roomId, session_id: sessionId, participant_id: participantId, recording_id: id, type };
  if (status === 'processing') return { type: 'video.room.recording.started', payload: about };
  if (status === 'failed' || storageKey === null) {
    return { type: 'video.room.recording.failed', payload: { ...about, reason: recording.failureReason ?? '' } };
  }
  const file = {
    codec: recording.codec,
    duration_secs: Math.round((recording.durationMs ?? 0) / 1000),
    size_mb: megabytes(recording.sizeBytes ?? 0),
    download_url: await storage.signedUrl(storageKey, DOWNLOAD_TTL_SECS),
  };
  return { type: 'video.room.recording.completed', payload: { ...about, ...file } };
}
