import type { Log } from '../rooms/Log.ts';

/** ffmpeg tells twice a second how far it is; people look less often. */
const INTERVAL_MS = 1000;

/** Writes down how far a composition is, once a second at most, one after the other. */
export class ProgressRecord {
  readonly #write: (progress: number) => Promise<unknown>;
  readonly #log: Log;
  #writing: Promise<unknown> | null = null;
  #writtenAt = 0;

  constructor(write: (progress: number) => Promise<unknown>, log: Log) {
    this.#write = write;
    this.#log = log;
  }

  report(progress: number): void {
    if (this.#writing !== null || Date.now() - this.#writtenAt < INTERVAL_MS) return;
    this.#writtenAt = Date.now();
    this.#writing = this.#write(progress)
      // The film is not worse for it; the next report may be taken.
      .catch((err: unknown) => this.#log.warn({ err }, 'The progress of a composition could not be recorded.'))
      .finally(() => {
        this.#writing = null;
      });
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }
}
