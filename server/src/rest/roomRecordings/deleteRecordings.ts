import type { Recording, RecordingFilter } from '../../db/repositories/RecordingsRepository.ts';
import type { RestDeps } from '../RestDeps.ts';

type Deps = Pick<RestDeps, 'repositories' | 'storage' | 'liveRooms'>;

const AT_A_TIME = 100;

/** Deletes a recording and its file; tells whether it was still there. */
export async function deleteRecording(
  { id, storageKey, status }: Pick<Recording, 'id' | 'storageKey' | 'status'>,
  { repositories, storage, liveRooms }: Deps,
): Promise<boolean> {
  if (status === 'processing') await liveRooms.discardRecording(id);
  // The file first: should the record stay because something fails between them, the deletion can be repeated.
  if (storageKey !== null) await storage.delete(storageKey);
  return repositories.recordings.remove(id);
}

/** Deletes all recordings that pass a filter; gives their number. */
export async function deleteRecordings(filter: RecordingFilter, deps: Deps): Promise<number> {
  let deleted = 0;
  while (true) {
    const { items } = await deps.repositories.recordings.list(filter, { number: 1, size: AT_A_TIME });
    if (items.length === 0) return deleted;
    for (const recording of items) if (await deleteRecording(recording, deps)) deleted += 1;
  }
}
