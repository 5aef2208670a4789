import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderInUseError, FolderLock } from '../db/FolderLock.ts';
import { prepareDataFolder } from '../db/prepareDataFolder.ts';

/** The id that a server goes by in its database, kept by a lock from every other server. */
export interface ServerId {
  readonly id: string;
  /** Gives the id free: the next server on this data folder takes it. */
  release(): void;
}

/**
 * The id of the server on this data folder, the same after every restart. Servers that share a folder (and a Postgres)
 * have one each: `servers/1`, `servers/2`, …
 *
 * @throws `StartupError` when the folder cannot be used.
 */
export function claimServerId(dataDir: string): ServerId {
  for (let place = 1; ; place++) {
    const folder = join(dataDir, 'servers', String(place));
    prepareDataFolder(folder);
    try {
      const lock = FolderLock.acquire(folder);
      return { id: keptId(join(folder, 'id')), release: () => lock.release() };
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
    }
  }
}

/** What a crash left half written is replaced: it was never used. */
function keptId(file: string): string {
  const kept = read(file);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(kept)) return kept;
  const id = randomUUID();
  writeFileSync(file, `${id}\n`, { mode: 0o600 });
  return id;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
