import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Recording } from '../../../src/db/repositories/RecordingsRepository.ts';
import type { ServerDeps } from '../../../src/ServerDeps.ts';

/** A recording of a session that never was. */
export interface FakeRecording {
  type: Recording['type'];
  /** A file such as the room records; it is copied. `null`: one that goes on. */
  file: string | null;
  /** Seconds since the beginning of the session. */
  from: number;
  to: number;
  /** @default self */
  streamKey?: string;
}

type Deps = Pick<ServerDeps, 'repositories' | 'storage'>;

/** Writes recordings of a session down, as if people had met; gives their ids in the same order. */
export async function recordFiles(
  { repositories, storage }: Deps,
  { roomId, sessionId, startedAt }: { roomId: string; sessionId: string; startedAt: Date },
  recordings: readonly FakeRecording[],
): Promise<string[]> {
  const at = (secs: number) => new Date(startedAt.getTime() + secs * 1000);
  const ids: string[] = [];
  for (const { type, file, from, to, streamKey = 'self' } of recordings) {
    const id = randomUUID();
    ids.push(id);
    await repositories.recordings.begin({
      ...{ id, roomId, sessionId, participantId: 'ada', streamKey, type },
      codec: type === 'audio' ? 'opus' : 'vp8',
      startedAt: at(from),
    });
    if (file === null) continue;
    const storageKey = `recordings/${id}${extname(file)}`;
    const copy = `${file}.${id}`;
    copyFileSync(file, copy);
    await storage.put(storageKey, copy);
    const recorded = { storageKey, sizeBytes: 1, durationMs: Math.round((to - from) * 1000) };
    await repositories.recordings.complete(id, recorded, at(to));
  }
  return ids;
}
