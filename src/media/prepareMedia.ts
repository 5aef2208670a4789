import type { Device } from 'mediasoup-client';
import type { CapabilitiesAnswer, JoinRequest } from '../protocol/index.ts';
import { type Certificate, generateCertificate } from './certificate.ts';
import { type DeviceFactory, loadDevice } from './loadDevice.ts';

/** Everything of the media that can be made before a room is joined. */
export interface PreparedMedia {
  readonly device: Device;
  readonly capabilitiesHash: string;
  readonly certificate: Certificate | null;
}

/** Loads the device and makes a certificate; good for one connection. */
export async function prepareMedia(factory: DeviceFactory, capabilities: CapabilitiesAnswer): Promise<PreparedMedia> {
  const [device, certificate] = await Promise.all([
    loadDevice(factory, capabilities.rtpCapabilities),
    generateCertificate(),
  ]);
  return { device, capabilitiesHash: capabilities.hash, certificate };
}

/** What a join tells the server about our media. */
export function describeMedia({
  device,
  capabilitiesHash,
  certificate,
}: PreparedMedia): Pick<JoinRequest, 'capabilitiesHash' | 'rtpCapabilities' | 'dtls'> {
  return {
    capabilitiesHash,
    rtpCapabilities: device.recvRtpCapabilities as JoinRequest['rtpCapabilities'],
    ...(certificate && {
      dtls: {
        // The server begins the handshake of the sending transport: that is one round trip sooner.
        send: { role: 'server', fingerprints: certificate.fingerprints },
        receive: { role: 'client', fingerprints: certificate.fingerprints },
      },
    }),
  };
}
