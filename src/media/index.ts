export { AudioMixer } from './audio/AudioMixer.ts';
export { type AudioSurroundings, browserAudio } from './audio/AudioSurroundings.ts';
export { setSinkOf } from './audio/setSinkOf.ts';
export { type CameraFrames, countFrames } from './connectionTest/countFrames.ts';
export { measureMicrophone } from './connectionTest/measureMicrophone.ts';
export { type TestedWay, TestTransport, type Throughput } from './connectionTest/TestTransport.ts';
export { testDevice } from './connectionTest/testDevice.ts';
export {
  browserDeviceCatalog,
  type DeviceCatalog,
  type DeviceInfo,
  type DeviceLists,
  type DevicePermission,
} from './devices/DeviceCatalog.ts';
export { browserDeviceStorage, type DeviceStorage } from './devices/deviceStorage.ts';
export { type Devices, getDevices } from './devices/getDevices.ts';
export { browserDevices, type DeviceOpener, type DeviceWish, type ScreenTracks } from './devices/openDevice.ts';
export type { PathListener } from './IceRecovery.ts';
export { browserDevice, type DeviceFactory, loadDevice, loadMediasoup } from './loadDevice.ts';
export { MediaSession } from './MediaSession.ts';
export type { Publisher, StreamSources } from './Publisher.ts';
export { describeMedia, type PreparedMedia, prepareMedia } from './prepareMedia.ts';
export type { SentLayers } from './SentLayers.ts';
export type { Subscriber } from './Subscriber.ts';
export { sends } from './sends.ts';
export { readPath } from './stats/readPath.ts';
export { TrackRates } from './stats/TrackRates.ts';
export type { AudioStats, PathStats, QualityLimitation, TrackStats, VideoStats } from './stats/TrackStats.ts';
export type {
  AudioProcessor,
  ProcessedTrack,
  ProcessingContext,
  ProcessingCost,
  TrackProcessor,
  VideoProcessor,
} from './TrackProcessor.ts';
export type { StatsListener, TransportStats } from './TransportStats.ts';
