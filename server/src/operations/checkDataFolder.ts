import { randomUUID } from 'node:crypto';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** With less, the embedded database and recordings are about to fail. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/**
 * Whether the data folder takes a file and has space for more.
 *
 * @throws when it does not.
 */
export async function checkDataFolder(
  folder: string,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): Promise<void> {
  const file = join(folder, `.ready-${randomUUID()}`);
  // With a Postgres server and a key in the settings nothing has needed it yet.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, 'ready', { flag: 'wx', mode: 0o600 });
  } finally {
    await rm(file, { force: true });
  }
  const free = await freeBytes(folder);
  if (free < LEAST_FREE_BYTES) {
    throw new Error(`The data folder has ${free} bytes left, less than ${LEAST_FREE_BYTES}: free some space.`);
  }
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
