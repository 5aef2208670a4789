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
  /**
   * What the device can take: how busy it is, whether it runs out of battery, whether its user saves data.
   *
   * @default what the browser tells
   */
  readonly watchConditions?: ConditionsWatcher;
  /** Milliseconds, of a clock that never goes back. */
  now(): number;
  /** Milliseconds since 1970; it goes on while the machine sleeps, and jumps when somebody sets it. */
  wallClock(): number;
  /** @returns Calls it off. */
  setTimer(delayInMs: number, callback: () => void): () => void;
  /** Calls back once for everything that happens within a frame. @returns Calls it off. */
  nextFrame(callback: () => void): () => void;
  /** Calls back when the page has time, within a second. @returns Calls it off. */
  whenIdle(callback: () => void): () => void;
  /** Calls back when the page goes on after a sleep, is shown again, or has a network again. @returns Undoes it. */
  onWake(callback: () => void): () => void;
  /** Calls back when the machine has another network than before. @returns Undoes it. */
  onNetworkChange(callback: () => void): () => void;
}

/** About a frame. Not an animation frame: a hidden page gets none, and would never learn of anybody's arrival. */
const FRAME = 10;

/** Milliseconds after which it is not waited for any longer. */
const LONGEST_BUSY = 1_000;

function setTimer(delayInMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayInMs);
  return () => clearTimeout(timer);
}

/** Safari cannot tell when it is idle. */
function whenIdle(callback: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) return setTimer(0, callback);
  const idle = requestIdleCallback(callback, { timeout: LONGEST_BUSY });
  return () => cancelIdleCallback(idle);
}

export const browserEnvironment: Environment = {
  devices: browserDevices,
  deviceCatalog: browserDeviceCatalog,
  audio: browserAudio,
  createDevice: browserDevice,
  now: () => performance.now(),
  wallClock: () => Date.now(),
  setTimer,
  nextFrame: (callback) => setTimer(FRAME, callback),
  whenIdle,
  onWake,
  onNetworkChange,
};
