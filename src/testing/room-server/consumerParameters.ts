import type { MediaKind, RtpParameters } from '../../protocol/index.ts';

/** RTP parameters of a consumer as mediasoup makes them; `index` keeps those of one transport apart. */
export function consumerParameters(kind: MediaKind, index: number, cname: string): RtpParameters {
  const ssrc = 1_000_000 + index * 2;
  return {
    mid: String(index),
    codecs:
      kind === 'audio'
        ? [
            {
              mimeType: 'audio/opus',
              payloadType: 100,
              clockRate: 48_000,
              channels: 2,
              parameters: { minptime: 10, useinbandfec: 1, 'sprop-stereo': 1, usedtx: 1 },
              rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
            },
          ]
        : [
            {
              mimeType: 'video/VP8',
              payloadType: 101,
              clockRate: 90_000,
              parameters: {},
              rtcpFeedback: [
                { type: 'transport-cc', parameter: '' },
                { type: 'ccm', parameter: 'fir' },
                { type: 'nack', parameter: '' },
                { type: 'nack', parameter: 'pli' },
              ],
            },
            {
              mimeType: 'video/rtx',
              payloadType: 102,
              clockRate: 90_000,
              parameters: { apt: 101 },
              rtcpFeedback: [],
            },
          ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1, encrypt: false, parameters: {} },
      {
        uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
        id: 4,
        encrypt: false,
        parameters: {},
      },
    ],
    encodings:
      kind === 'audio'
        ? [{ ssrc }]
        : [{ ssrc, rtx: { ssrc: ssrc + 1 }, scalabilityMode: 'L3T3', maxBitrate: 1_500_000 }],
    rtcp: { cname, reducedSize: true, mux: true },
    msid: `${cname} ${kind}`,
  };
}
