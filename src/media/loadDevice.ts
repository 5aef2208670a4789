import type { Device } from 'mediasoup-client';
import { roomError } from '../errors/index.ts';
import type { RtpCapabilities } from '../protocol/index.ts';

/** Makes a mediasoup device that knows nothing of a router yet. */
export type DeviceFactory = () => Promise<Device>;

/**
 * The browser's device. mediasoup-client is 40 kB, so it comes when a room needs it and not before.
 *
 * @throws RoomError `browser-unsupported`
 */
export const browserDevice: DeviceFactory = async () => {
  const { Device } = await import('mediasoup-client');
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
