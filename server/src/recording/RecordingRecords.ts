import type {
  NewRecording,
  RecordedFile,
  Recording,
  RecordingsRepository,
} from '../db/repositories/RecordingsRepository.ts';
import type { RoomEvents } from '../events/RoomEvents.ts';
import type { Storage } from '../storage/Storage.ts';
import { completedEvent, failedEvent, startedEvent } from './recordingEvents.ts';

/** What {@link RecordingRecords} works with. */
export interface RecordingRecordsOptions {
  recordings: Pick<RecordingsRepository, 'within' | 'unfinished' | 'correctStart'>;
  events: Pick<RoomEvents, 'record'>;
  storage: Pick<Storage, 'signedUrl'>;
  /** Called for each that is over, and on record as that. */
  onEnded(status: 'completed' | 'failed'): void;
}

/** Puts on record what becomes of recordings, each in one transaction with the event that tells those outside. */
export class RecordingRecords {
  readonly #options: RecordingRecordsOptions;

  constructor(options: RecordingRecordsOptions) {
    this.#options = options;
  }

  /** One has begun. */
  begin(recording: NewRecording): Promise<Recording> {
    const { events, recordings } = this.#options;
    return events.record(async (tx, publish) => {
      const begun = await recordings.within(tx).begin(recording);
      publish(startedEvent(begun));
      return begun;
    });
  }

  /** It is known better when one began: what was told is put right where it is on record, and not told again. */
  correctStart(id: string, startedAt: Date): Promise<Recording | null> {
    return this.#options.recordings.correctStart(id, startedAt);
  }

  /** One is complete, and its file is in the storage. Gives it, or `null` when it was deleted meanwhile. */
  async complete(id: string, file: RecordedFile & { storageKey: string }, endedAt: Date): Promise<Recording | null> {
    const { events, recordings, storage } = this.#options;
    // Signed before the transaction begins: a storage elsewhere may take its time.
    const event = await completedEvent(file.storageKey, storage);
    const completed = await events.record(async (tx, publish) => {
      const recording = await recordings.within(tx).complete(id, file, endedAt);
      if (recording) publish(event(recording));
      return recording;
    });
    return this.#ended(completed);
  }

  /** One has failed; `file` is what could be saved of it. Gives it, or `null` when it was deleted meanwhile. */
  async fail(id: string, reason: string, endedAt: Date, file: RecordedFile | null = null): Promise<Recording | null> {
    const { events, recordings } = this.#options;
    const failed = await events.record(async (tx, publish) => {
      const recording = await recordings.within(tx).fail(id, reason, endedAt, file);
      if (recording) publish(failedEvent(recording, reason));
      return recording;
    });
    return this.#ended(failed);
  }

  /** What an earlier run of the server has left. */
  unfinished(): ReturnType<RecordingsRepository['unfinished']> {
    return this.#options.recordings.unfinished();
  }

  #ended(recording: Recording | null): Recording | null {
    if (recording) this.#options.onEnded(recording.status === 'completed' ? 'completed' : 'failed');
    return recording;
  }
}
