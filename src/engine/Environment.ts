import { browserDevice, browserDevices, type DeviceFactory, type DeviceOpener } from '../media/index.ts';

/** What the engine takes from its surroundings. Tests replace parts of it; applications need not. */
export interface Environment {
  /** Opens cameras, microphones and screens. */
  readonly devices: DeviceOpener;
  /** Makes the mediasoup device. */
  readonly createDevice: DeviceFactory;
  /** Milliseconds, of a clock that never goes back. */
  now(): number;
  /** @returns Calls it off. */
  setTimer(delayInMs: number, callback: () => void): () => void;
  /** Calls back once for everything that happens within a frame. @returns Calls it off. */
  nextFrame(callback: () => void): () => void;
}

/** About a frame. Not an animation frame: a hidden page gets none, and would never learn of anybody's arrival. */
const FRAME = 10;

function setTimer(delayInMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayInMs);
  return () => clearTimeout(timer);
}

export const browserEnvironment: Environment = {
  devices: browserDevices,
  createDevice: browserDevice,
  now: () => performance.now(),
  setTimer,
  nextFrame: (callback) => setTimer(FRAME, callback),
};
