/**
 * What looks after a room once it runs, and has nothing to do in its first seconds. It is loaded by `loadWatching` when a
 * room has been joined and the page has time, and not imported otherwise.
 */
export { DeviceLimits } from './managers/limits/DeviceLimits.ts';
export { Measurements } from './managers/quality/Measurements.ts';
export { FrozenVideos } from './managers/subscriptions/FrozenVideos.ts';
