import type { RoomError } from '../errors/index.ts';
import type { DeviceInfo, DevicePermission } from '../media/index.ts';

/** A device that was chosen, by its id and its name: browsers give other ids when a site's data is cleared. */
export type DeviceChoice = Pick<DeviceInfo, 'deviceId' | 'label'>;

/** What is known of a kind of device, whether it is on or not. */
export interface DeviceFacts {
  readonly permission: DevicePermission;
  /** All there are of the kind. Ids and names are empty until the person has allowed one; nothing is listed that nobody watches. */
  readonly available: readonly DeviceInfo[];
  /** What the person chose; null for whatever the system uses. */
  readonly choice: DeviceChoice | null;
  /** The one that was unplugged while it was used; another takes its place until it is plugged in again. */
  readonly lost: DeviceChoice | null;
  /** Of the camera and the microphone, the effect that was asked for. */
  readonly effect?: EffectState;
}

/** How an effect that was asked for stands: switch on `status`. */
export type EffectState = {
  /** The processor's. */
  readonly name: string;
} & (
  | { readonly status: 'starting' | 'on' }
  /** It waits for its device to be turned on. */
  | { readonly status: 'off' }
  /** It was given up because the machine is too busy; the device goes on without. Ask for it again to try again. */
  | { readonly status: 'stopped'; readonly reason: 'busy' }
  /** The device goes on without. */
  | { readonly status: 'failed'; readonly error: RoomError }
);

/** How an effect is used. */
export interface EffectOptions {
  /**
   * What happens when the machine is too busy for some seconds: the effect is turned `off`, and everybody sees the plain
   * picture; or it is to be kept, for who must not be seen without.
   *
   * @default 'off'
   */
  readonly whenBusy?: 'off' | 'keep';
}

/** A device that is off, being opened, on, or could not be opened. */
export type DeviceStatus<Opened = MediaStreamTrack> =
  | { readonly status: 'off' }
  | { readonly status: 'starting' }
  | {
      readonly status: 'on';
      /** With the effect in it, if one is on. */
      readonly track: Opened;
      /** Which one it is, where the browser tells. */
      readonly deviceId?: string;
      /** The system or a switch on the device keeps it silent or dark; only the person can change that. */
      readonly muted?: true;
      /** What it was opened for: an id, or what the system's default was then. Empty until that is known. */
      readonly openedFor?: string;
    }
  | {
      readonly status: 'failed';
      readonly error: RoomError;
      /** It opens by itself as soon as a device of its kind is plugged in. */
      readonly waiting?: true;
    };

/** One of our own devices: switch on `status`. */
export type DeviceState<Opened = MediaStreamTrack> = DeviceFacts & DeviceStatus<Opened>;

/** Where sound comes out. It has no track: `null`. */
export type SpeakerState = DeviceState<null> & {
  /** The browser plays nothing until the person has clicked something: offer a button that calls `unblock`. */
  readonly blocked: boolean;
};

/** Our own devices; they work before the room is connected, too. */
export interface LocalDevices {
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
  /** The screen that is shared as the stream `presentation`. */
  readonly screen: DeviceState;
  /** Further shared screens, by the key of their stream. */
  readonly screens: ReadonlyMap<string, DeviceState>;
  readonly speaker: SpeakerState;
}
