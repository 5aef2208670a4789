import type { Device } from 'mediasoup-client';
import { lazily, roomError } from '../errors/index.ts';
import type { RtpCapabilities } from '../protocol/index.ts';

/** Makes a mediasoup device that knows nothing of a router yet. */
export type DeviceFactory = () => Promise<Device>;

/** mediasoup-client's code. @throws RoomError `unreachable` */
export const loadMediasoup = lazily(
  (): Promise<Pick<typeof import('mediasoup-client'), 'Device'>> => import('mediasoup-client'),
);

/**
 * The browser's device. mediasoup-client is 40 kB, so it comes when a room needs it and not before.
 *
 * @throws RoomError `browser-unsupported`, or `unreachable` when its code is
 */
export const browserDevice: DeviceFactory = async () => {
  const { Device } = await loadMediasoup();
  try {
    return await Device.factory();
  } catch (cause) {
    throw roomError('browser-unsupported', undefined, cause);
  }
};

/** A device that knows what the SFU's routers can do. */
export async function loadDevice(factory: DeviceFactory, rtpCapabilities: RtpCapabilities): Promise<Device> {
  const device = await factory();
  await device.load({
    routerRtpCapabilities: rtpCapabilities as Parameters<Device['load']>[0]['routerRtpCapabilities'],
  });
  return device;
}
