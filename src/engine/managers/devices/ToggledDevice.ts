import { asRoomError, type RoomError } from '../../../errors/index.ts';
import type { DeviceCommands } from '../../RoomCommands.ts';
import type { DeviceState } from '../../State.ts';

interface Callbacks<Opened> {
  open(): Promise<Opened>;
  /** The track that stands for what was opened. */
  trackOf(opened: Opened): MediaStreamTrack;
  /** Turns it off. */
  stop(opened: Opened): void;
  /** Lets the hardware go of what was never on. */
  discard(opened: Opened): void;
  /** The state has changed, and with it what `opened` gives. */
  changed(state: DeviceState): void;
  /** Publishes what is on now, if there is a room to publish it in. */
  publish(): Promise<void>;
}

/**
 * One device that can be turned on and off: off, starting, on or failed. The last command wins,
 * however they overlap: a device that opens after it was turned off again is let go.
 */
export class ToggledDevice<Opened> implements DeviceCommands {
  readonly #to: Callbacks<Opened>;
  #state: DeviceState = { status: 'off' };
  #opened: Opened | null = null;
  #unwatch: () => void = () => {};
  /** Counts commands, so that a late opening knows that it is late. */
  #command = 0;

  constructor(callbacks: Callbacks<Opened>) {
    this.#to = callbacks;
  }

  /** What is on, or null. */
  get opened(): Opened | null {
    return this.#opened;
  }

  async enable(): Promise<void> {
    if (this.#state.status === 'on' || this.#state.status === 'starting') return;
    this.#command += 1;
    const command = this.#command;
    this.#set({ status: 'starting' });
    let opened: Opened;
    try {
      opened = await this.#to.open();
    } catch (thrown) {
      const error = asRoomError(thrown, 'device-failed');
      // A question that the person closed is an answer: no. There is nothing to report.
      if (command === this.#command)
        this.#set(error.code === 'device-dismissed' ? { status: 'off' } : { status: 'failed', error });
      throw error;
    }
    if (command !== this.#command) {
      this.#to.discard(opened);
      return;
    }
    this.#opened = opened;
    this.#unwatch = this.#watchEnd(this.#to.trackOf(opened));
    this.#set({ status: 'on', track: this.#to.trackOf(opened) });
    await this.#publish();
  }

  async disable(): Promise<void> {
    if (this.#state.status === 'off') return;
    this.#close({ status: 'off' });
    await this.#publish();
  }

  toggle(): Promise<void> {
    return this.#state.status === 'on' || this.#state.status === 'starting' ? this.disable() : this.enable();
  }

  /** The room refused what is on. */
  fail(error: RoomError): void {
    if (this.#opened !== null) this.#close({ status: 'failed', error });
  }

  #close(state: DeviceState): void {
    this.#command += 1;
    this.#unwatch();
    const opened = this.#opened;
    this.#opened = null;
    if (opened !== null) this.#to.stop(opened);
    this.#set(state);
  }

  async #publish(): Promise<void> {
    try {
      await this.#to.publish();
    } catch (thrown) {
      const error = asRoomError(thrown);
      // A room that went away meanwhile is no fault of the device.
      if (error.code !== 'aborted' && error.code !== 'not-connected') this.fail(error);
      throw error;
    }
  }

  /** The browser's own "stop sharing", or a plug that was pulled. */
  #watchEnd(track: MediaStreamTrack): () => void {
    const ended = () => void this.disable().catch(() => {});
    track.addEventListener('ended', ended);
    return () => track.removeEventListener('ended', ended);
  }

  #set(state: DeviceState): void {
    this.#state = state;
    this.#to.changed(state);
  }
}
