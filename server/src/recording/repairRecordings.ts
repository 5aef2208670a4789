import { rm, stat } from 'node:fs/promises';
import { parse } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Recording } from '../db/repositories/RecordingsRepository.ts';
import type { RecordingsArchive } from './RecordingsArchive.ts';
import { finishedEnding } from './recordedCodec.ts';

/** ffmpeg completes its file when the server dies. A file that nobody has written to for so long is left to us. */
const UNTOUCHED_MS = 2_000;

/**
 * Completes what an earlier run of the server could not: of each recording that was going on when it died, what its
 * file holds is put together and stored; one that holds nothing has failed.
 *
 * @param left - What {@link RecordingsArchive.leftBehind} found at the start.
 */
export async function repairRecordings(
  archive: RecordingsArchive,
  left: Awaited<ReturnType<RecordingsArchive['leftBehind']>>,
): Promise<void> {
  const unfinished = new Map(left.recordings.map((recording) => [recording.id, recording]));
  for (const name of left.files) {
    const path = archive.pathOf(name);
    const recording = unfinished.get(parse(name).name);
    // A half-finished copy, or of a recording that was deleted or never came on record.
    if (!recording) await rm(path, { force: true });
    else await complete(archive, recording, path);
    unfinished.delete(parse(name).name);
  }
  for (const recording of unfinished.values()) {
    // In a session that goes on, another server writes it.
    const lost = recording.status === 'processing' && recording.sessionEnded;
    if (lost) await complete(archive, recording, archive.pathOf(recording.id));
  }
}

async function complete(archive: RecordingsArchive, recording: Recording, path: string): Promise<void> {
  const { id, codec, startedAt } = recording;
  await archive.store({
    id,
    path,
    ending: finishedEnding(codec),
    startedAt,
    endedAt: (await untouched(path)) ?? startedAt,
    whole: false,
    failure: null,
  });
}

/** Waits until nobody writes to a file; gives when somebody last has. */
async function untouched(path: string): Promise<Date | null> {
  for (;;) {
    const found = await stat(path).catch(() => null);
    const rest = found ? UNTOUCHED_MS - (Date.now() - found.mtimeMs) : 0;
    if (rest <= 0) return found?.mtime ?? null;
    await wait(rest);
  }
}
