import type { RecordedTrack, TrackRecorder, TrackRecording } from '../rooms/TrackRecorder.ts';
import { FileRecording, type FileRecordingOptions } from './FileRecording.ts';
import { RecordingsArchive, type RecordingsArchiveOptions } from './RecordingsArchive.ts';
import { repairRecordings } from './repairRecordings.ts';

/** A recording that breaks off this soon will break off again. */
const SOON_MS = 5_000;
/** How long to wait before another one takes its place. */
const AGAIN_AFTER_MS = 1_000;

/** Records tracks to files by ffmpeg, without transcoding. */
export class Recorder implements TrackRecorder {
  readonly #archive: RecordingsArchive;
  readonly #options: Omit<FileRecordingOptions, 'onBroken'>;
  readonly #running = new Map<string, FileRecording>();
  #repaired: Promise<void> = Promise.resolve();

  constructor(options: RecordingsArchiveOptions) {
    this.#archive = new RecordingsArchive(options);
    this.#options = { archive: this.#archive, log: options.log, now: options.now };
  }

  /** How many recordings there are that are not finished. */
  get count(): number {
    return this.#running.size;
  }

  /**
   * Begins to complete what an earlier run of the server has left; to be called before anything is recorded. Done when
   * it is known what there is, not when all of it is complete.
   */
  async repair(): Promise<void> {
    const left = await this.#archive.leftBehind();
    this.#repaired = repairRecordings(this.#archive, left).catch((error: unknown) => {
      this.#options.log.error(
        { err: error },
        'Recordings of an earlier run could not be completed: the next start tries again.',
      );
    });
  }

  /** A recording that breaks off is followed by another one, unless it broke off at once. */
  record(track: RecordedTrack): TrackRecording {
    let again: NodeJS.Timeout | null = null;
    let current = this.#begin(track, onBroken);
    const recorder = this;
    function onBroken(afterMs: number): void {
      if (afterMs < SOON_MS) return;
      again = setTimeout(() => {
        current = recorder.#begin(track, onBroken);
      }, AGAIN_AFTER_MS).unref();
    }
    return {
      stop: () => {
        if (again) clearTimeout(again);
        current.stop();
      },
    };
  }

  /** Ends a recording whose file nobody wants. Done when nothing of it is left but its record. */
  async discard(id: string): Promise<void> {
    const recording = this.#running.get(id);
    if (!recording) return;
    this.#archive.discard(id);
    recording.stop();
    await recording.done;
  }

  /** Done when all that was stopped is stored. */
  async finished(): Promise<void> {
    await Promise.all([this.#repaired, ...[...this.#running.values()].map(({ done }) => done)]);
  }

  #begin(track: RecordedTrack, onBroken: (afterMs: number) => void): FileRecording {
    const recording = new FileRecording(track, { ...this.#options, onBroken });
    this.#running.set(recording.id, recording);
    void recording.done.then(() => this.#running.delete(recording.id));
    return recording;
  }
}
