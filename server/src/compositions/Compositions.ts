import { join } from 'node:path';
import type { Composition, NewComposition } from '../db/repositories/CompositionsRepository.ts';
import type { Repositories } from '../db/repositories/index.ts';
import type { RoomEvents } from '../events/RoomEvents.ts';
import type { JobAttempt, JobQueue } from '../jobs/JobQueue.ts';
import type { Jobs } from '../jobs/Jobs.ts';
import type { Log } from '../rooms/Log.ts';
import type { Storage } from '../storage/Storage.ts';
import { CompositionError } from './CompositionError.ts';
import type { CompositionSettings } from './CompositionSettings.ts';
import { completedEvent, failedEvent, targetOf } from './compositionEvents.ts';
import { composeFilm, type Film } from './ffmpeg/composeFilm.ts';
import { FfmpegError } from './ffmpeg/runFfmpeg.ts';
import { ProgressRecord } from './ProgressRecord.ts';
import { chooseRecordings, type StoredRecording, toFilmPlan } from './toFilmPlan.ts';
import { WorkFolder } from './WorkFolder.ts';

/** Names the queue in the database. */
const QUEUE = 'compositions';
/** How soon it is looked again whether a session is over and all of it is stored. */
const RECHECK_MS = 3000;
/** Longer than any film takes: a day of meeting is made in less. */
const TIMEOUT_SECS = 12 * 3600;

/** What failed by itself (a disk, a storage elsewhere) may be well again soon. */
const RETRY_SECS = 3;

interface CompositionJob {
  compositionId: string;
}

/** What compositions are made with. */
export interface CompositionsDeps {
  repositories: Pick<Repositories, 'compositions' | 'recordings' | 'sessionHistory'>;
  storage: Storage;
  events: Pick<RoomEvents, 'record'>;
  jobs: Jobs;
  settings: CompositionSettings;
  /** Where what is made on the way is kept. What is in it at the start is removed. */
  folder: string;
  log: Log;
}

/** A composition that is being made. */
interface Making {
  cancelling: AbortController;
  ended: Promise<unknown>;
}

/** Makes films of recorded sessions, one after the other, as jobs in the database: a restart begins what it broke off. */
export class Compositions {
  readonly #deps: CompositionsDeps;
  readonly #queue: JobQueue<CompositionJob>;
  readonly #making = new Map<string, Making>();
  readonly #listeners = new Set<(compositionId: string) => void>();

  private constructor(deps: CompositionsDeps) {
    this.#deps = deps;
    this.#queue = deps.jobs.define<CompositionJob>(
      { name: QUEUE, concurrency: deps.settings.concurrency, retryDelaySecs: RETRY_SECS, timeoutSecs: TIMEOUT_SECS },
      {
        run: ({ compositionId }, attempt) => this.#attempt(compositionId, attempt),
        abandoned: ({ compositionId }, error) => this.#fail(compositionId, reasonOf(error)),
      },
    );
  }

  /** To be called once, before the jobs start. */
  static async open(deps: CompositionsDeps): Promise<Compositions> {
    await WorkFolder.clearAll(deps.folder);
    return new Compositions(deps);
  }

  /** Tells which composition has come further, once a second at most. Returns what undoes it. */
  onProgress(listener: (compositionId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Records a composition, which is made some time. */
  order(values: NewComposition): Promise<Composition> {
    return this.#deps.events.record(async (tx) => {
      const composition = await this.#deps.repositories.compositions.within(tx).create(values);
      await this.#queue.send({ compositionId: composition.id }, { tx });
      return composition;
    });
  }

  /** Deletes a composition with its file, also while it is made; tells whether there was one. */
  async delete(id: string): Promise<boolean> {
    const making = this.#making.get(id);
    making?.cancelling.abort(new CompositionError('It was deleted.'));
    await making?.ended;
    // The file first: should the record stay because something fails between them, the deletion can be repeated.
    await this.#deps.storage.delete(keyOf(id));
    return this.#deps.repositories.compositions.remove(id);
  }

  async #attempt(id: string, { signal, last }: JobAttempt): Promise<void> {
    const { compositions } = this.#deps.repositories;
    const composition = await compositions.find(id);
    if (composition === null || this.#making.has(id)) return;
    if (!(await this.#isRecorded(composition.sessionId))) {
      await this.#queue.send({ compositionId: id }, { startAfter: new Date(Date.now() + RECHECK_MS) });
      return;
    }
    if ((await compositions.begin(id)) === null) return;
    this.#progressed(id);
    const cancelling = new AbortController();
    const work = this.#make(composition, AbortSignal.any([signal, cancelling.signal]));
    const ended = work.catch(() => {}).finally(() => this.#making.delete(id));
    this.#making.set(id, { cancelling, ended });
    try {
      await work;
    } catch (error) {
      if (cancelling.signal.aborted) return;
      if (!signal.aborted && (error instanceof CompositionError || error instanceof FfmpegError)) {
        await this.#fail(id, error.message);
        return;
      }
      // Given up by the queue if this was the last attempt; the closing of the server does not count as one.
      if (!last || signal.aborted) await compositions.requeue(id);
      throw error;
    }
  }

  #progressed(id: string): void {
    for (const listener of this.#listeners) listener(id);
  }

  /** Whether the session is over and everything that was recorded in it is stored. */
  async #isRecorded(sessionId: string): Promise<boolean> {
    const { recordings, sessionHistory } = this.#deps.repositories;
    const session = await sessionHistory.find(sessionId);
    if (session !== null && session.endedAt === null) return false;
    return (await recordings.ofSession(sessionId)).every(({ status }) => status !== 'processing');
  }

  async #make(composition: Composition, signal: AbortSignal): Promise<void> {
    const { repositories, settings, folder: root, log } = this.#deps;
    const { id } = composition;
    const recordings = await repositories.recordings.ofSession(composition.sessionId);
    const used = chooseRecordings(composition, recordings);
    const folder = await WorkFolder.make(root, id);
    const progress = new ProgressRecord(async (value) => {
      await repositories.compositions.progress(id, value);
      this.#progressed(id);
    }, log);
    try {
      const pathOf = ({ storageKey }: StoredRecording) => join(folder.path, storageKey.replaceAll('/', '_'));
      for (const recording of [...used.videos, ...(used.audios ?? [])]) {
        signal.throwIfAborted();
        await this.#deps.storage.fetch(recording.storageKey, pathOf(recording));
      }
      const film = await composeFilm(toFilmPlan(composition, used, recordings, pathOf), {
        ...{ folder: folder.path, threads: settings.threads, signal },
        onStart: (pid) => folder.noteProcess(pid),
        onProgress: (value) => progress.report(value),
      });
      await progress.settled();
      await this.#complete(id, film);
    } finally {
      await folder.remove();
    }
  }

  async #complete(id: string, film: Film): Promise<void> {
    const { events, repositories, storage } = this.#deps;
    const storageKey = keyOf(id);
    await storage.put(storageKey, film.path);
    const file = { storageKey, sizeBytes: film.sizeBytes, durationMs: Math.round(film.durationSecs * 1000) };
    const event = await completedEvent({ storageKey, ...film }, storage);
    const completed = await events.record(async (tx, publish) => {
      const composition = await repositories.compositions.within(tx).complete(id, file);
      if (composition !== null) publish(event(composition), targetOf(composition));
      return composition;
    });
    // Deleted at the last moment.
    if (completed === null) await storage.delete(storageKey);
  }

  async #fail(id: string, reason: string): Promise<void> {
    this.#deps.log.warn({ compositionId: id, reason }, 'A composition has failed.');
    await this.#deps.events.record(async (tx, publish) => {
      const composition = await this.#deps.repositories.compositions.within(tx).fail(id, reason);
      if (composition !== null) publish(failedEvent(composition, reason), targetOf(composition));
    });
  }
}

function keyOf(compositionId: string): string {
  return `compositions/${compositionId}.mp4`;
}

function reasonOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return 'The disk is full: no space is left to make the film.';
  return error instanceof Error ? error.message : String(error);
}
