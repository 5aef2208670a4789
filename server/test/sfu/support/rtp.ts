import type { RtpParameters } from '../../../../src/protocol/index.ts';

const AUDIO_PAYLOAD_TYPE = 111;
const VIDEO_PAYLOAD_TYPE = 96;
const LEVEL_EXTENSION = 10;

/** What a microphone announces. */
export function audioParameters(ssrc: number): RtpParameters {
  return {
    codecs: [{ mimeType: 'audio/opus', payloadType: AUDIO_PAYLOAD_TYPE, clockRate: 48_000, channels: 2 }],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: LEVEL_EXTENSION }],
    encodings: [{ ssrc }],
  } as RtpParameters;
}

/** What a camera announces that sends a layer with each SSRC, or layers within one. */
export function videoParameters(ssrcs: readonly number[], scalabilityMode?: string): RtpParameters {
  const rtcpFeedback = [{ type: 'nack', parameter: 'pli' }];
  return {
    codecs: [{ mimeType: 'video/VP8', payloadType: VIDEO_PAYLOAD_TYPE, clockRate: 90_000, rtcpFeedback }],
    headerExtensions: [],
    encodings: ssrcs.map((ssrc) => ({ ssrc, ...(scalabilityMode !== undefined && { scalabilityMode }) })),
  } as RtpParameters;
}

/** A packet of sound as loud as that, in dBov. */
export function audioPacket(ssrc: number, sequence: number, dBov: number): Buffer {
  const extension = Buffer.from([0xbe, 0xde, 0, 1, LEVEL_EXTENSION << 4, 0x80 | -dBov, 0, 0]);
  const header = headerOf({
    payloadType: AUDIO_PAYLOAD_TYPE,
    ssrc,
    sequence,
    timestamp: sequence * 960,
    extended: true,
  });
  return Buffer.concat([header, extension, Buffer.alloc(20, 1)]);
}

/** A frame of VP8 in one packet. */
export function videoPacket(ssrc: number, sequence: number, isKey: boolean): Buffer {
  const timestamp = sequence * 3_000;
  const header = headerOf({ payloadType: VIDEO_PAYLOAD_TYPE, ssrc, sequence, timestamp, extended: false });
  // The payload descriptor says that a partition begins; the lowest bit of the frame, that it needs one before it.
  return Buffer.concat([header, Buffer.from([0x10, isKey ? 0x00 : 0x01]), Buffer.alloc(20, 1)]);
}

interface Header {
  payloadType: number;
  ssrc: number;
  sequence: number;
  timestamp: number;
  extended: boolean;
}

function headerOf({ payloadType, ssrc, sequence, timestamp, extended }: Header): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt8(extended ? 0x90 : 0x80, 0);
  // With a marker: each packet ends a frame.
  header.writeUInt8(0x80 | payloadType, 1);
  header.writeUInt16BE(sequence & 0xffff, 2);
  header.writeUInt32BE(timestamp >>> 0, 4);
  header.writeUInt32BE(ssrc, 8);
  return header;
}
