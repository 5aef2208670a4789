import { roomError } from '../../errors/index.ts';
import type { Asking } from '../Asking.ts';
import type { RecordingCommands } from '../RecordingCommands.ts';

/** Starts and stops the recording of the room; that it is recorded comes back as state. */
export class Recording implements RecordingCommands {
  readonly #to: Asking;

  constructor(to: Asking) {
    this.#to = to;
  }

  start(): Promise<void> {
    return this.#ask('startRecording');
  }

  stop(): Promise<void> {
    return this.#ask('stopRecording');
  }

  async #ask(method: 'startRecording' | 'stopRecording'): Promise<void> {
    const signalling = this.#to.signalling();
    if (!this.#to.grants()?.record) {
      throw roomError('not-allowed', 'Your token does not allow recording. Ask for a token with the grant "record".');
    }
    await signalling.request(method, {});
  }
}
