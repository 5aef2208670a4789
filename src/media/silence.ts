import type { types } from 'mediasoup-client';

/**
 * Parameters of a track that nobody sends; null where no audio can be received. Their `mid` is none that the SFU gives,
 * and neither is the SSRC.
 */
export function silence({ codecs = [] }: types.RtpCapabilities): types.RtpParameters | null {
  const codec = codecs.find(({ kind }) => kind === 'audio');
  if (codec?.preferredPayloadType === undefined) return null;
  const { mimeType, preferredPayloadType: payloadType, clockRate, channels = 1 } = codec;
  return {
    mid: 'silence',
    codecs: [{ mimeType, payloadType, clockRate, channels }],
    encodings: [{ ssrc: 1 }],
    rtcp: { cname: 'silence' },
  };
}
