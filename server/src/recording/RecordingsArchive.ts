import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../Clock.ts';
import type { NewRecording } from '../db/repositories/RecordingsRepository.ts';
import type { Log } from '../rooms/Log.ts';
import type { Storage } from '../storage/Storage.ts';
import { finishFile } from './finishFile.ts';
import type { RecordingRecords } from './RecordingRecords.ts';

/** How long to wait before a file is offered to the storage again. */
const STORE_AGAIN_MS = [1_000, 5_000];

/** What an archive is made with. */
export interface RecordingsArchiveOptions {
  /** Where files are while they are written. */
  folder: string;
  storage: Pick<Storage, 'put' | 'delete'>;
  recordings: Pick<RecordingRecords, 'begin' | 'correctStart' | 'complete' | 'fail' | 'unfinished'>;
  log: Log;
  now: Clock;
}

/** A recording whose writing has ended. */
export interface Written {
  readonly id: string;
  /** The file as it was written. */
  readonly path: string;
  /** The ending of the finished file. */
  readonly ending: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Whether the file came to its end. */
  readonly whole: boolean;
  /** Why the recording is not what it should be; `null`: it is. */
  readonly failure: string | null;
}

/** Puts recordings on record, and their files into the storage. Nobody in a room ever waits for it. */
export class RecordingsArchive {
  readonly #options: RecordingsArchiveOptions;
  readonly #discarded = new Set<string>();

  constructor(options: RecordingsArchiveOptions) {
    this.#options = options;
  }

  /** Where a file is while it is written. */
  pathOf(name: string): string {
    return join(this.#options.folder, name);
  }

  /** Makes the folder for files that are being written. */
  async prepare(): Promise<void> {
    await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
  }

  /** A recording has begun. */
  async begun(recording: NewRecording): Promise<void> {
    await this.#options.recordings.begin(recording);
  }

  /** It is known better when a recording began. */
  async correctStart(id: string, startedAt: Date): Promise<void> {
    await this.#options.recordings.correctStart(id, startedAt);
  }

  /** Nobody wants a recording any more, whose file is still being written or finished. */
  discard(id: string): void {
    this.#discarded.add(id);
  }

  /** Finishes and stores a file, and puts on record how it ended. What there is of a broken one is kept, too. */
  async store(written: Written): Promise<void> {
    const { recordings, log } = this.#options;
    const { id, path, failure, endedAt } = written;
    try {
      const file = this.#discarded.has(id) ? null : await this.#keep(written);
      await rm(path, { force: true });
      if (this.#discarded.delete(id)) return await this.#remove(file);
      const reason = failure ?? (file ? null : 'Nothing that can be played was received.');
      const recording = await (reason === null && file
        ? recordings.complete(id, file, endedAt)
        : recordings.fail(id, reason ?? '', endedAt, file));
      if (!recording) await this.#remove(file);
    } catch (error) {
      log.error(
        { err: error, recordingId: id, path },
        'A recording could not be finished: the next start tries again.',
      );
      await recordings.fail(id, `It could not be stored: ${(error as Error).message}`, endedAt, null);
    }
  }

  /** The files and records that an earlier run of the server has left unfinished. To be asked before anything begins. */
  async leftBehind(): Promise<{
    files: string[];
    recordings: Awaited<ReturnType<RecordingRecords['unfinished']>>;
  }> {
    const files = await readdir(this.#options.folder).catch((): string[] => []);
    return { files, recordings: await this.#options.recordings.unfinished() };
  }

  async #keep({ id, path, ending, whole, startedAt }: Written) {
    const file = await finishFile(path, ending, whole);
    if (!file) return null;
    const storageKey = `recordings/${id}.${ending}`;
    await this.#put(storageKey, file.path);
    return { storageKey, sizeBytes: file.sizeBytes, durationMs: file.durationMs, startedAt };
  }

  async #put(key: string, path: string): Promise<void> {
    for (const delay of STORE_AGAIN_MS) {
      try {
        return await this.#options.storage.put(key, path);
      } catch (error) {
        this.#options.log.warn({ err: error, key }, 'A recording could not be stored; trying again.');
        await wait(delay);
      }
    }
    await this.#options.storage.put(key, path);
  }

  async #remove(file: { storageKey: string } | null): Promise<void> {
    if (file) await this.#options.storage.delete(file.storageKey);
  }
}
