import type { types } from 'mediasoup-client';

/** By this name it goes everywhere: as a consumer, as its producer, and in descriptions. */
export const PLACEHOLDER = 'placeholder';

/** What {@link placeholder} gives to consume. */
export interface Placeholder {
  readonly kind: types.MediaKind;
  readonly rtpParameters: types.RtpParameters;
}

/**
 * Parameters of a track that nobody sends; null where nothing can be received. It is a video where one can be received:
 * with the first of a transport mediasoup-client negotiates what the SFU probes the bandwidth with, a round of its own,
 * which would otherwise come between somebody and their first picture. It has the header extensions of any video, since
 * the probes have them from it. Its `mid` is none that the SFU gives, and neither is the SSRC.
 */
export function placeholder({ codecs = [], headerExtensions = [] }: types.RtpCapabilities): Placeholder | null {
  const codec = codecs.find(({ kind }) => kind === 'video') ?? codecs.find(({ kind }) => kind === 'audio');
  if (codec?.preferredPayloadType === undefined) return null;
  const { kind, preferredPayloadType: payloadType, ...same } = codec;
  return {
    kind,
    rtpParameters: {
      mid: PLACEHOLDER,
      codecs: [{ ...same, payloadType }],
      headerExtensions: headerExtensions
        .filter((extension) => extension.kind === kind)
        .map(({ uri, preferredId: id }) => ({ uri, id })),
      encodings: [{ ssrc: 1 }],
      rtcp: { cname: PLACEHOLDER },
    },
  };
}
