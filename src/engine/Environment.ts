import {
  type AudioSurroundings,
  browserAudio,
  browserDevice,
  browserDeviceCatalog,
  browserDevices,
  type DeviceCatalog,
  type DeviceFactory,
  type DeviceOpener,
} from '../media/index.ts';
import { onNetworkChange, onWake } from '../signalling/index.ts';
import { browserConditions } from './managers/limits/browserConditions.ts';
import type { ConditionsWatcher } from './managers/limits/DeviceConditions.ts';

/** What the engine takes from its surroundings. Tests replace parts of it; applications need not. */
export interface Environment {
  /** Opens cameras, microphones and screens. */
  readonly devices: DeviceOpener;
  /** Which devices there are. */
  readonly deviceCatalog: DeviceCatalog;
  /** Plays sound. */
  readonly audio: AudioSurroundings;
  /** Makes the mediasoup device. */
  readonly createDevice: DeviceFactory;
  /** What the device can take: how busy it is, whether it runs out of battery, whether its user saves data. */
  readonly watchConditions: ConditionsWatcher;
  /** Milliseconds, of a clock that never goes back. */
  now(): number;
  /** Milliseconds since 1970; it goes on while the machine sleeps, and jumps when somebody sets it. */
  wallClock(): number;
  /** @returns Calls it off. */
  setTimer(delayInMs: number, callback: () => void): () => void;
  /** Calls back once for everything that happens within a frame. @returns Calls it off. */
  nextFrame(callback: () => void): () => void;
  /** Calls back when the page goes on after a sleep, is shown again, or has a network again. @returns Undoes it. */
  onWake(callback: () => void): () => void;
  /** Calls back when the machine has another network than before. @returns Undoes it. */
  onNetworkChange(callback: () => void): () => void;
}

/** About a frame. Not an animation frame: a hidden page gets none, and would never learn of anybody's arrival. */
const FRAME = 10;

function setTimer(delayInMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayInMs);
  return () => clearTimeout(timer);
}

export const browserEnvironment: Environment = {
  devices: browserDevices,
  deviceCatalog: browserDeviceCatalog,
  audio: browserAudio,
  createDevice: browserDevice,
  watchConditions: browserConditions,
  now: () => performance.now(),
  wallClock: () => Date.now(),
  setTimer,
  nextFrame: (callback) => setTimer(FRAME, callback),
  onWake,
  onNetworkChange,
};
