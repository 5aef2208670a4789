import { asRoomError, type RoomError, roomError } from '../../../errors/index.ts';
import type { DeviceChoice, DeviceState } from '../../DeviceState.ts';
import type { ChoosableDevice } from '../../RoomCommands.ts';
import type { DeviceChange } from '../../RoomEvents.ts';
import { type DeviceEvent, mustSwitch, nextDeviceState } from './nextDeviceState.ts';
import { choiceOf, type DeviceTarget, targetOf } from './targetOf.ts';
import { watchTrack } from './watchTrack.ts';

interface Callbacks<Opened> {
  open(target: DeviceTarget): Promise<Opened>;
  /** The track that stands for what was opened. */
  trackOf(opened: Opened): MediaStreamTrack;
  /** Turns it off. `openedFor` is what it was opened for. */
  stop(opened: Opened, openedFor: string): void;
  /** Lets the hardware go. */
  discard(opened: Opened): void;
  /** The state has changed, and with it what `opened` gives. */
  changed(state: DeviceState): void;
  /** Publishes what is on now, if there is a room to publish it in. */
  publish(): Promise<void>;
  /** Looks anew which devices there are and what is allowed; comes back by {@link OwnDevice.handle}. */
  look(): Promise<void>;
  /** Another device has taken the place of the one that was on. */
  replaced(cause: DeviceChange): void;
  /** The person has chosen. */
  remember(choice: DeviceChoice | null): void;
  /** Whether another one takes its place when it is unplugged. */
  readonly recovers: boolean;
}

/**
 * Does what the state of a device asks for: opens it, exchanges it, lets it go. The last command wins, however they
 * overlap: a device that opens after it was turned off again is let go.
 */
export class OwnDevice<Opened> implements ChoosableDevice {
  readonly #to: Callbacks<Opened>;
  #state: DeviceState;
  #opened: Opened | null = null;
  #unwatch: () => void = () => {};
  /** What is being done. */
  #task: Promise<void> | null = null;
  /** Another one for each thing that is done, so that a late one knows that it is late. */
  #token: object | null = null;

  constructor(initial: DeviceState, callbacks: Callbacks<Opened>) {
    this.#state = initial;
    this.#to = callbacks;
  }

  /** What is on, or null. */
  get opened(): Opened | null {
    return this.#opened;
  }

  async enable(): Promise<void> {
    if (this.#state.status === 'on') return;
    if (this.#state.status === 'starting' && this.#task) return this.#task;
    this.#dispatch({ type: 'enable' });
    await this.#open();
  }

  async disable(): Promise<void> {
    if (this.#state.status === 'off') return;
    this.#close({ type: 'disable' });
    await this.#publish();
  }

  toggle(): Promise<void> {
    return this.#state.status === 'on' || this.#state.status === 'starting' ? this.disable() : this.enable();
  }

  async choose(deviceId: string | null): Promise<void> {
    const { choice: before, available } = this.#state;
    const choice = choiceOf(deviceId, available);
    this.#dispatch({ type: 'chosen', choice });
    try {
      // One that is being opened may be behind a question to the person, who should not be asked twice.
      if (this.#state.status === 'starting') await this.#task?.catch(() => {});
      if (this.#state.choice === choice && mustSwitch(this.#state)) await this.#switch('chosen');
    } catch (error) {
      if (this.#state.choice === choice) this.#dispatch({ type: 'chosen', choice: before });
      throw error;
    }
    if (this.#state.choice === choice) this.#to.remember(choice);
  }

  /** What happens to it from outside. */
  handle(event: Extract<DeviceEvent<never>, { type: 'listed' | 'permission' | 'chosen' }>): void {
    const before = this.#state;
    this.#dispatch(event);
    if (before.status === 'on' && this.#state.status === 'starting') this.#lose();
    if (this.#task) return;
    if (this.#state.status === 'starting') void this.#open().catch(() => {});
    else this.#keepUp();
  }

  /** Opens it anew if the system mutes it: it was taken for a while, and was not given back. */
  revive(): void {
    if (this.#state.status === 'on' && this.#state.muted && !this.#task) void this.#switch(null).catch(() => {});
  }

  /** The room refused what is on. */
  fail(error: RoomError): void {
    if (this.#opened !== null) this.#close({ type: 'unpublishable', error });
  }

  #close(event: DeviceEvent<MediaStreamTrack>): void {
    this.#token = null;
    this.#task = null;
    this.#unwatch();
    const opened = this.#opened;
    const openedFor = (this.#state.status === 'on' && this.#state.openedFor) || '';
    this.#opened = null;
    if (opened !== null) this.#to.stop(opened, openedFor);
    this.#dispatch(event);
  }

  #open(): Promise<void> {
    return this.#do(async (current) => {
      const { lost } = this.#state;
      let target = targetOf(this.#state);
      let opened: Opened;
      try {
        opened = await this.#to.open(target).catch((thrown: unknown) => {
          if (!target.exact || !isGone(thrown)) throw thrown;
          // It went a moment ago; the list will tell.
          target = targetOf({ ...this.#state, choice: null, lost: null });
          return this.#to.open(target);
        });
      } catch (thrown) {
        const error = asRoomError(thrown, 'device-failed');
        if (current()) this.#dispatch({ type: 'refused', error });
        void this.#to.look();
        throw error;
      }
      if (!current()) return this.#to.discard(opened);
      this.#take(opened, target);
      if (lost) this.#to.replaced(this.#state.lost ? 'unplugged' : 'replugged');
      // Names are told only now that one is allowed.
      void this.#to.look();
      await this.#publish();
    });
  }

  /** Exchanges what is on for another one. The one before goes last, so that there is no gap. */
  #switch(cause: DeviceChange | null): Promise<void> {
    return this.#do(async (current) => {
      const target = targetOf(this.#state);
      let opened: Opened;
      try {
        opened = await this.#to.open(target).catch((thrown: unknown) => {
          if ((thrown as RoomError).code !== 'device-in-use' || !current()) throw thrown;
          // Phones, and some drivers, open one camera at a time:
          // https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia (NotReadableError)
          this.#lose();
          this.#dispatch({ type: 'ended', lost: null });
          return this.#to.open(target);
        });
      } catch (thrown) {
        const error = asRoomError(thrown, 'device-failed');
        if (current()) this.#dispatch({ type: 'refused', error });
        throw error;
      }
      if (!current()) return this.#to.discard(opened);
      const before = this.#opened;
      this.#unwatch();
      this.#take(opened, target);
      if (cause) this.#to.replaced(cause);
      try {
        await this.#publish();
      } finally {
        if (before !== null) this.#to.discard(before);
      }
    });
  }

  /** Runs what takes time, unless something newer takes its place; `current` tells. */
  #do(run: (current: () => boolean) => Promise<void>): Promise<void> {
    const token = {};
    this.#token = token;
    const task = run(() => this.#token === token);
    this.#task = task;
    const ended = () => {
      if (this.#token === token) this.#task = null;
    };
    // What failed is not tried again until something changes.
    task.then(() => {
      ended();
      this.#keepUp();
    }, ended);
    return task;
  }

  /** Exchanges what is on if it is no longer what is wanted. */
  #keepUp(): void {
    if (this.#task || !mustSwitch(this.#state)) return;
    const toDefault = targetOf(this.#state).deviceId === null;
    void this.#switch(toDefault ? 'default-changed' : 'replugged').catch(() => {});
  }

  #take(opened: Opened, target: DeviceTarget): void {
    const track = this.#to.trackOf(opened);
    const { deviceId } = track.getSettings();
    const another = !target.exact && target.deviceId !== null && deviceId !== undefined && deviceId !== target.deviceId;
    this.#opened = opened;
    this.#unwatch = watchTrack(track, {
      ended: () => this.#ended(track),
      muted: (muted) => this.#dispatch({ type: 'muted', muted }),
    });
    this.#dispatch({
      type: 'opened',
      track,
      label: track.label,
      openedFor: (!another && target.mark) || targetOf({ ...this.#state, choice: null, lost: null }).mark,
      ...(deviceId !== undefined && { deviceId }),
    });
    if (track.muted) this.#dispatch({ type: 'muted', muted: true });
  }

  /** It was unplugged, or the browser does not allow it any more. */
  #ended({ label }: MediaStreamTrack): void {
    if (!this.#to.recovers) return void this.disable().catch(() => {});
    const deviceId = (this.#state.status === 'on' && this.#state.deviceId) || '';
    this.#lose();
    this.#dispatch({ type: 'ended', lost: { deviceId, label } });
    void this.#recover({ deviceId, label }).catch(() => {});
  }

  #recover(lost: DeviceChoice): Promise<void> {
    return this.#do(async (current) => {
      await this.#to.look();
      if (!current()) return;
      const { permission, available } = this.#state;
      const isThere = available.some(({ deviceId }) => deviceId !== '' && deviceId === lost.deviceId);
      // Taken away by the person: who must not be asked for it again at once.
      if (isThere && (permission === 'denied' || permission === 'prompt')) {
        this.#dispatch({ type: 'refused', error: roomError('device-permission-denied') });
      } else await this.#open();
    });
  }

  #lose(): void {
    this.#unwatch();
    const opened = this.#opened;
    this.#opened = null;
    if (opened !== null) this.#to.discard(opened);
    // The others should not look at a picture that stands still.
    void this.#publish().catch(() => {});
  }

  async #publish(): Promise<void> {
    const opened = this.#opened;
    await this.#to.publish();
    if (opened !== null && this.#state.status === 'failed') throw this.#state.error;
  }

  #dispatch(event: DeviceEvent<MediaStreamTrack>): void {
    const state = nextDeviceState(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    this.#to.changed(state);
  }
}

function isGone(thrown: unknown): boolean {
  const { code } = asRoomError(thrown, 'device-failed');
  return code === 'device-not-found' || code === 'device-unsuitable';
}
