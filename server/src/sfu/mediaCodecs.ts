import * as mediasoup from 'mediasoup';
import type { RtpCapabilities } from '../../../src/protocol/index.ts';

const START_BITRATE_KBPS = 1000;

/**
 * What rooms can carry, the preferred first. Opus with forward error correction, and without packets in silence: in a
 * large room most people are silent. VP8 first, since every browser encodes it in simulcast; VP9 for those who ask for
 * it; H.264 baseline for devices that encode nothing else in hardware.
 */
export const mediaCodecs: mediasoup.types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
  },
  video('video/VP8', {}),
  video('video/VP9', { 'profile-id': 0 }),
  video('video/H264', { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 }),
];

function video(mimeType: string, parameters: object): mediasoup.types.RouterRtpCodecCapability {
  return {
    kind: 'video',
    mimeType,
    clockRate: 90_000,
    parameters: { ...parameters, 'x-google-start-bitrate': START_BITRATE_KBPS },
  };
}

/** The capabilities of every router of this deployment, by the same function that routers have them from. */
export function routerCapabilities(): RtpCapabilities {
  return mediasoup.ortc.generateRouterRtpCapabilities(structuredClone(mediaCodecs)) as RtpCapabilities;
}
