import { randomUUID } from 'node:crypto';
import { type CapabilitiesAnswer, PROTOCOL_VERSION } from '../../../src/protocol/index.ts';

/** A certificate that nobody has. */
const FINGERPRINT = { algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'A0').join(':') };

/** Who joins where. */
export interface Ticket {
  readonly roomId: string;
  readonly token: string;
  /** It sends a camera and a microphone; the others only listen and look. */
  readonly publishes: boolean;
}

/** The body of a join as a browser sends it. */
export function joinBody({ roomId, token }: Ticket, connectionId: string, capabilities: CapabilitiesAnswer): string {
  return JSON.stringify({
    version: PROTOCOL_VERSION,
    roomId,
    token,
    connectionId,
    enableMessages: true,
    capabilitiesHash: capabilities.hash,
    rtpCapabilities: capabilities.rtpCapabilities,
    initialDemand: { audio: 10, video: 4 },
    dtls: {
      send: { role: 'server', fingerprints: [FINGERPRINT] },
      receive: { role: 'client', fingerprints: [FINGERPRINT] },
    },
  });
}

/** A microphone and a camera with three layers, of which nothing will ever be sent. */
export function cameraAndMicrophone() {
  const ssrc = () => Math.floor(Math.random() * 0xff_ff_ff_ff);
  const feedback = [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'ccm', parameter: 'fir' }];
  const opus = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 };
  const vp8 = { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: feedback };
  const rtx = { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } };
  const encodings = () => [{ ssrc: ssrc() }];
  const layers = ['q', 'h', 'f'].map((rid) => ({ rid, scalabilityMode: 'L1T3' }));
  const rtcp = { cname: randomUUID() };
  const audio = { mid: '0', codecs: [opus], headerExtensions: [], encodings: encodings(), rtcp };
  const video = {
    mid: '1',
    codecs: [vp8, rtx],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 },
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 2 },
    ],
    encodings: layers,
    rtcp,
  };
  return [
    { id: randomUUID(), kind: 'audio' as const, paused: false, rtpParameters: audio },
    { id: randomUUID(), kind: 'video' as const, paused: false, rtpParameters: video, width: 1280, height: 720 },
  ];
}
