import { even } from '../../../src/layout/index.ts';
import { PRESENTATION } from '../../../src/protocol/index.ts';
import type { Composition } from '../db/repositories/CompositionsRepository.ts';
import type { Recording } from '../db/repositories/RecordingsRepository.ts';
import { CompositionError } from './CompositionError.ts';
import type { Sources, VideoRegion } from './CompositionLayout.ts';
import type { FilmPlan, FilmRecording } from './ffmpeg/composeFilm.ts';
import type { Region } from './plan/planClips.ts';

/** A recording that has a file. */
export type StoredRecording = Recording & { storageKey: string };

type Requested = Pick<Composition, 'width' | 'height' | 'videoLayout' | 'audioSources'>;

/** The recordings that a composition is made from. */
export interface UsedRecordings {
  videos: StoredRecording[];
  audios: StoredRecording[] | null;
}

/**
 * Chooses from the recordings of the session.
 *
 * @throws {@link CompositionError} when one that was asked for is not there any more, or there is none at all.
 */
export function chooseRecordings(
  { videoLayout, audioSources }: Pick<Requested, 'videoLayout' | 'audioSources'>,
  recordings: readonly Recording[],
): UsedRecordings {
  const stored = recordings.filter((recording): recording is StoredRecording => recording.storageKey !== null);
  if (stored.length === 0) throw new CompositionError('The session has no recording that a film could be made of.');
  const ofType = (type: Recording['type']) => stored.filter((recording) => recording.type === type);
  const regions = Object.values(videoLayout).map(({ videoSources }) => videoSources);
  return {
    videos: choose(regions, ofType('video')),
    audios: audioSources === null ? null : choose([audioSources], ofType('audio')),
  };
}

function choose(wanted: readonly Sources[], recordings: readonly StoredRecording[]): StoredRecording[] {
  const named = new Set(wanted.flatMap((sources) => (sources === '*' ? [] : sources)));
  for (const id of named) {
    if (recordings.some((recording) => recording.id === id)) continue;
    throw new CompositionError(`The recording ${id} has no file any more: it failed, or it was deleted meanwhile.`);
  }
  return wanted.includes('*') ? [...recordings] : recordings.filter(({ id }) => named.has(id));
}

/**
 * What a film is to be made of. It lasts from the beginning of the session's first recording to the end of its last,
 * whichever of them are used: films of one session have one time.
 */
export function toFilmPlan(
  { width, height, videoLayout }: Requested,
  { videos, audios }: UsedRecordings,
  recordings: readonly Recording[],
  pathOf: (recording: StoredRecording) => string,
): FilmPlan {
  const stored = recordings.filter(({ storageKey }) => storageKey !== null);
  const start = Math.min(...stored.map(({ startedAt }) => startedAt.getTime()));
  const end = Math.max(...stored.map(endOf));
  const toFilmRecording = (recording: StoredRecording): FilmRecording => ({
    id: recording.id,
    path: pathOf(recording),
    startSecs: (recording.startedAt.getTime() - start) / 1000,
    endSecs: (endOf(recording) - start) / 1000,
  });
  return {
    videos: videos.map((recording) => ({
      ...toFilmRecording(recording),
      // Nothing of a screen may be cut off; of a camera the edges may.
      fit: recording.streamKey === PRESENTATION ? 'contain' : 'cover',
    })),
    audios: audios === null ? null : audios.map(toFilmRecording),
    regions: Object.values(videoLayout).map(toRegion),
    size: { width: even(width), height: even(height) },
    durationSecs: (end - start) / 1000,
  };
}

function endOf({ startedAt, endedAt, durationMs }: Recording): number {
  return Math.max(endedAt?.getTime() ?? 0, startedAt.getTime() + (durationMs ?? 0));
}

function toRegion(region: VideoRegion): Region {
  const { xPos, yPos, zPos, width, height, maxColumns, maxRows, videoSources } = region;
  const area = { x: even(xPos), y: even(yPos), width: even(width), height: even(height) };
  return { area, zPos, maxColumns, maxRows, sources: videoSources };
}
