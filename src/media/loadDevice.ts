import type { Device } from 'mediasoup-client';
import { lazily, roomError } from '../errors/index.ts';
import type { RtpCapabilities } from '../protocol/index.ts';

/** Makes a mediasoup device that knows nothing of a router yet. */
export type DeviceFactory = () => Promise<Device>;

type Mediasoup = Pick<typeof import('mediasoup-client'), 'Device'>;

/** mediasoup-client's code. @throws RoomError `unreachable` */
export const loadMediasoup = lazily((): Promise<Mediasoup> => import('mediasoup-client'));

/** @param load - mediasoup-client's code, which comes when a device is needed and not before. */
export const deviceFactory =
  (load: () => Promise<Mediasoup>): DeviceFactory =>
  async () => {
    const { Device } = await load();
    try {
      return await Device.factory();
    } catch (cause) {
      throw roomError('browser-unsupported', undefined, cause);
    }
  };

/**
 * The browser's device.
 *
 * @throws RoomError `browser-unsupported`, or `unreachable` when its code is
 */
export const browserDevice = /* @__PURE__ */ deviceFactory(loadMediasoup);

/** A device that knows what the SFU's routers can do. */
export async function loadDevice(factory: DeviceFactory, rtpCapabilities: RtpCapabilities): Promise<Device> {
  const device = await factory();
  await device.load({
    routerRtpCapabilities: rtpCapabilities as Parameters<Device['load']>[0]['routerRtpCapabilities'],
  });
  return device;
}
