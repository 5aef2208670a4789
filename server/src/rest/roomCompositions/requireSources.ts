import type { Sources } from '../../compositions/CompositionLayout.ts';
import type { Recording } from '../../db/repositories/RecordingsRepository.ts';
import type { Session } from '../../db/repositories/SessionHistory.ts';
import { ApiError } from '../errors/ApiError.ts';
import { escapePointer, type RequestedFilm } from './readCompositionInput.ts';

/** Answers with 422 when a film names a recording that its session does not have, or when nothing was recorded. */
export function requireSources(film: RequestedFilm, session: Session, recordings: readonly Recording[]): void {
  const usable = recordings.filter(({ status, storageKey }) => status === 'processing' || storageKey !== null);
  if (usable.length === 0 && session.endedAt !== null) {
    const detail = 'Nothing was recorded in this session: set enable_recording of the room before people meet.';
    throw new ApiError('nothing-recorded', detail, { source: { pointer: '/session_id' } });
  }
  for (const [name, { videoSources }] of Object.entries(film.videoLayout)) {
    requireKnown(videoSources, 'video', usable, `/video_layout/${escapePointer(name)}/video_sources`);
  }
  if (film.audioSources !== null) requireKnown(film.audioSources, 'audio', usable, '/audio_sources');
}

function requireKnown(
  sources: Sources,
  type: Recording['type'],
  recordings: readonly Recording[],
  pointer: string,
): void {
  if (sources === '*') return;
  const index = sources.findIndex(
    (id) => !recordings.some((recording) => recording.id === id && recording.type === type),
  );
  if (index === -1) return;
  const detail = `There is no ${type} recording ${sources[index]} of this session: list those there are with GET /room_recordings.`;
  throw new ApiError('recording-unknown', detail, { source: { pointer: `${pointer}/${index}` } });
}
