import { asRoomError, type RoomError } from '../../../errors/index.ts';
import type { DeviceInfo } from '../../../media/index.ts';
import type { DeviceChoice, DeviceState } from '../../DeviceState.ts';
import { initialDevice } from '../../initialState.ts';
import type { SpeakerCommands } from '../../RoomCommands.ts';
import type { DeviceChange } from '../../RoomEvents.ts';
import { type DeviceEvent, mustSwitch, nextDeviceState } from '../devices/nextDeviceState.ts';
import { choiceOf, targetOf } from '../devices/targetOf.ts';

interface Callbacks {
  /** Has everything play there; an empty id is the system's default. */
  setSink(deviceId: string): Promise<void>;
  changed(state: DeviceState<null>): void;
  replaced(cause: DeviceChange): void;
  remember(choice: DeviceChoice | null): void;
}

/** Which speaker is used. It is always on: by default it is whatever the system uses. */
export class Speaker implements SpeakerCommands {
  readonly #to: Callbacks;
  #state: DeviceState<null>;
  /** Counts what is asked for, so that a late answer knows that it is late. */
  #asked = 0;

  constructor(choice: DeviceChoice | null, callbacks: Callbacks) {
    this.#to = callbacks;
    this.#state = { ...initialDevice, choice, status: 'on', track: null };
    if (choice) callbacks.changed(this.#state);
  }

  async choose(deviceId: string | null): Promise<void> {
    const { choice: before, available } = this.#state;
    const choice = choiceOf(deviceId, available);
    this.#dispatch({ type: 'chosen', choice });
    if (this.#state.status === 'failed' || mustSwitch(this.#state)) {
      try {
        await this.#apply('chosen');
      } catch (error) {
        if (this.#state.choice === choice) this.#dispatch({ type: 'chosen', choice: before });
        throw error;
      }
    }
    if (this.#state.choice === choice) this.#to.remember(choice);
  }

  handleListed(available: readonly DeviceInfo[]): void {
    const { status } = this.#state;
    this.#dispatch({ type: 'listed', available });
    // The chosen one has gone, or there is one again after there was none.
    if (this.#state.status !== 'on' && this.#state.status !== status) void this.#apply('unplugged').catch(() => {});
    else if (mustSwitch(this.#state)) {
      const { deviceId, exact } = targetOf(this.#state);
      // One of an earlier visit is used when it is known to be there.
      if (deviceId === null) void this.#apply('default-changed').catch(() => {});
      else if (exact) void this.#apply('replugged').catch(() => {});
    }
  }

  /** Something that is played cannot use it, and uses the system's default. */
  handleFailed(error: RoomError): void {
    this.#dispatch({ type: 'unpublishable', error });
  }

  async #apply(cause: DeviceChange): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const target = targetOf(this.#state);
    this.#dispatch({ type: 'enable' });
    try {
      await this.#to.setSink(target.deviceId ?? '');
    } catch (thrown) {
      const error = asRoomError(thrown, 'device-failed');
      // Then it is the system's default again, which is not what was wanted.
      if (asked === this.#asked) this.#dispatch({ type: 'unpublishable', error });
      if (asked === this.#asked) this.#dispatch({ type: 'refused', error });
      throw error;
    }
    if (asked !== this.#asked) return;
    const { deviceId } = target;
    const label = this.#state.available.find((device) => device.deviceId === deviceId)?.label;
    this.#dispatch({
      type: 'opened',
      track: null,
      openedFor: target.mark,
      ...(deviceId !== null && { deviceId }),
      ...(label !== undefined && { label }),
    });
    this.#to.replaced(cause);
  }

  #dispatch(event: DeviceEvent<null>): void {
    const state = nextDeviceState(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    this.#to.changed(state);
  }
}
