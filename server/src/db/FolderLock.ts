import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../StartupError.ts';
import { isRunning, type ProcessIdentity, thisProcess } from './processIdentity.ts';

const LOCK_FILE = 'db.lock';
const SIGN_OF_LIFE_INTERVAL_MS = 10_000;
/** A holder on another host (a container that shares the folder) is taken for dead after this silence. */
const SILENCE_MS = 3 * SIGN_OF_LIFE_INTERVAL_MS;

/** The files that this process holds: a second lock in the same process is refused like one of another process. */
const held = new Set<string>();

/** A living process has the lock of a folder. */
export class FolderInUseError extends StartupError {}

/**
 * Keeps a data folder to one process. The embedded database has no such lock of its own, and two processes on one
 * folder lose each other's writes without a sign.
 */
export class FolderLock {
  readonly #file: string;
  readonly #signOfLife: NodeJS.Timeout;

  private constructor(file: string) {
    this.#file = file;
    held.add(file);
    this.#signOfLife = setInterval(() => touch(file), SIGN_OF_LIFE_INTERVAL_MS);
    this.#signOfLife.unref();
  }

  /**
   * Takes the lock, also from a process that died without releasing it.
   *
   * @throws {@link FolderInUseError} when a living process holds it.
   */
  static acquire(folder: string): FolderLock {
    const file = join(folder, LOCK_FILE);
    const claim = `${file}.${randomUUID()}`;
    writeFileSync(claim, JSON.stringify(thisProcess()), { mode: 0o600 });
    try {
      // link() makes the whole lock appear in one step, and fails if there is one.
      while (!tryLink(claim, file)) clearStaleLock(folder, file);
      return new FolderLock(file);
    } finally {
      rmSync(claim, { force: true });
    }
  }

  /** Gives the folder free. May be called twice. */
  release(): void {
    if (!held.delete(this.#file)) return;
    clearInterval(this.#signOfLife);
    rmSync(this.#file, { force: true });
  }
}

function tryLink(claim: string, file: string): boolean {
  try {
    linkSync(claim, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function clearStaleLock(folder: string, file: string): void {
  const holder = readHolder(file);
  if (holder === 'gone') return;
  if (isAlive(holder, file)) {
    const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
    throw new FolderInUseError(
      `The data folder ${folder} is in use by ${who}: stop that server, or give this one its own PARLOUR_DATA_DIR.`,
    );
  }
  // Moved aside before it is removed: of two processes that found the same dead holder only one can move it.
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  // Another process was faster, and this is its new lock: put it back.
  if (moved !== 'gone' && JSON.stringify(moved) !== JSON.stringify(holder)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): ProcessIdentity | null | 'gone' {
  try {
    const holder: ProcessIdentity = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(holder.pid) && typeof holder.host === 'string' ? holder : null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : null;
  }
}

function isAlive(holder: ProcessIdentity | null, file: string): boolean {
  const me = thisProcess();
  if (holder?.host === me.host) return holder.pid === me.pid ? held.has(file) : isRunning(holder);
  return Date.now() - statSync(file).mtimeMs < SILENCE_MS;
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder was removed under the server; the database will say so.
  }
}
