export { type Devices, getDevices } from './devices/getDevices.ts';
export { browserDevices, type DeviceOpener, type ScreenTracks } from './devices/openDevice.ts';
export type { PathListener } from './IceRecovery.ts';
export { browserDevice, type DeviceFactory } from './loadDevice.ts';
export { describeMedia, MediaSession, type PreparedMedia, prepareMedia } from './MediaSession.ts';
export type { Publisher, StreamSources } from './Publisher.ts';
export type { Subscriber } from './Subscriber.ts';
export type { StatsListener, TransportStats } from './TransportStats.ts';
