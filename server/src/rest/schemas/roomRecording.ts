import { type Static, Type } from 'typebox';
import type { Recording } from '../../db/repositories/RecordingsRepository.ts';
import { DOWNLOAD_TTL_SECS } from '../../storage/DownloadUrls.ts';
import { megabytes } from '../../storage/megabytes.ts';
import type { Storage } from '../../storage/Storage.ts';
import { named } from './named.ts';
import { NullableTimestamp, Timestamp, Uuid } from './text.ts';

const nullable = <Value>(type: string, description: string) =>
  Type.Unsafe<Value | null>({ type: [type, 'null'], description });

/** A recording, as the API shows it. */
export const RoomRecording = named('RoomRecording', {
  id: Uuid,
  record_type: Type.Literal('room_recording'),
  room_id: Uuid,
  session_id: Uuid,
  participant_id: Type.String(),
  stream_key: Type.String({ description: 'The stream of the participant: self, presentation, …' }),
  type: Type.Enum(['audio', 'video']),
  status: Type.Enum(['processing', 'completed', 'failed']),
  codec: Type.String({ description: 'opus, vp8, vp9 or h264.' }),
  size_mb: nullable<number>('number', 'Millions of bytes; null while it goes on.'),
  duration_secs: nullable<number>('integer', 'Null while it goes on.'),
  download_url: nullable<string>('string', 'Good for one hour, without an API key; null while there is no file.'),
  failure_reason: nullable<string>('string', 'Why it failed.'),
  created_at: Timestamp,
  started_at: { ...Timestamp, description: 'The moment at which the file begins, to the millisecond.' },
  ended_at: NullableTimestamp,
  completed_at: NullableTimestamp,
  updated_at: Timestamp,
});

/** A recording, with a URL to download it. */
export async function presentRoomRecording(
  recording: Recording,
  storage: Pick<Storage, 'signedUrl'>,
): Promise<Static<typeof RoomRecording>> {
  const { storageKey, sizeBytes, durationMs } = recording;
  return {
    id: recording.id,
    record_type: 'room_recording',
    room_id: recording.roomId,
    session_id: recording.sessionId,
    participant_id: recording.participantId,
    stream_key: recording.streamKey,
    type: recording.type,
    status: recording.status,
    codec: recording.codec,
    size_mb: sizeBytes === null ? null : megabytes(sizeBytes),
    duration_secs: durationMs === null ? null : Math.round(durationMs / 1000),
    download_url: storageKey === null ? null : await storage.signedUrl(storageKey, DOWNLOAD_TTL_SECS),
    failure_reason: recording.failureReason,
    created_at: recording.createdAt.toISOString(),
    started_at: recording.startedAt.toISOString(),
    ended_at: recording.endedAt?.toISOString() ?? null,
    completed_at: recording.completedAt?.toISOString() ?? null,
    updated_at: recording.updatedAt.toISOString(),
  };
}
