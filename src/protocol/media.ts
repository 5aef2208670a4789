import * as v from 'valibot';

/** What a producer or a consumer carries. */
export const mediaKind = v.picklist(['audio', 'video']);
export type MediaKind = v.InferOutput<typeof mediaKind>;

/** Names a participant, producer or consumer; a participant's may be chosen by the application. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const shortText = v.pipe(v.string(), v.maxLength(256));
const whole = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
// As wide as mediasoup writes them. A fraction, as a bitrate, would be an exception in the middle of its writing.
const uint8 = whole(0xff);
const uint32 = whole(0xffff_ffff);
const uint64 = whole(Number.MAX_SAFE_INTEGER);
const parameters = v.record(shortText, v.union([v.string(), v.number(), v.boolean(), v.null()]));
const rtcpFeedback = v.array(v.object({ type: shortText, parameter: v.optional(shortText) }));

const codec = v.object({
  mimeType: shortText,
  payloadType: uint8,
  clockRate: uint32,
  channels: v.optional(uint8),
  parameters: v.optional(parameters),
  rtcpFeedback: v.optional(rtcpFeedback),
});
const headerExtension = v.object({
  uri: shortText,
  id: uint8,
  encrypt: v.optional(v.boolean()),
  parameters: v.optional(parameters),
});

/** One RTP stream of a producer or consumer; simulcast has one for each layer. */
export const rtpEncoding = v.object({
  active: v.optional(v.boolean()),
  ssrc: v.optional(uint32),
  rid: v.optional(shortText),
  codecPayloadType: v.optional(uint8),
  rtx: v.optional(v.object({ ssrc: uint32 })),
  dtx: v.optional(v.boolean()),
  scalabilityMode: v.optional(shortText),
  scaleResolutionDownBy: v.optional(v.number()),
  maxBitrate: v.optional(uint64),
  maxFramerate: v.optional(v.number()),
});

/** The parts of RTP parameters that many consumers share, so that they cross the wire once. */
export const rtpTemplate = v.object({
  codecs: v.pipe(v.array(codec), v.maxLength(64)),
  headerExtensions: v.pipe(v.array(headerExtension), v.maxLength(64)),
});
export type RtpTemplate = v.InferOutput<typeof rtpTemplate>;

/** RTP parameters as mediasoup defines them: https://mediasoup.org/documentation/v3/mediasoup/rtp-parameters-and-capabilities/ */
export const rtpParameters = v.object({
  ...rtpTemplate.entries,
  mid: v.optional(shortText),
  encodings: v.pipe(v.array(rtpEncoding), v.maxLength(8)),
  rtcp: v.optional(
    v.object({
      cname: v.optional(shortText),
      reducedSize: v.optional(v.boolean()),
      mux: v.optional(v.boolean()),
    }),
  ),
  msid: v.optional(shortText),
});
export type RtpParameters = v.InferOutput<typeof rtpParameters>;

/** What an end can receive: codecs and header extensions. */
export const rtpCapabilities = v.object({
  codecs: v.pipe(
    v.array(
      v.object({
        kind: mediaKind,
        mimeType: shortText,
        preferredPayloadType: v.optional(uint8),
        clockRate: uint32,
        channels: v.optional(uint8),
        parameters: v.optional(parameters),
        rtcpFeedback: v.optional(rtcpFeedback),
      }),
    ),
    v.maxLength(64),
  ),
  headerExtensions: v.pipe(
    v.array(
      v.object({
        kind: mediaKind,
        uri: shortText,
        preferredId: uint8,
        preferredEncrypt: v.optional(v.boolean()),
        direction: v.optional(v.picklist(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
      }),
    ),
    v.maxLength(64),
  ),
});
export type RtpCapabilities = v.InferOutput<typeof rtpCapabilities>;

/** DTLS role and certificate fingerprints of one end of a transport. */
export const dtlsParameters = v.object({
  role: v.optional(v.picklist(['auto', 'client', 'server'])),
  fingerprints: v.pipe(
    v.array(
      v.object({ algorithm: v.picklist(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']), value: shortText }),
    ),
    v.minLength(1),
    v.maxLength(8),
  ),
});
export type DtlsParameters = v.InferOutput<typeof dtlsParameters>;

/** What ICE proves itself with; new ones begin it anew. */
export const iceParameters = v.object({
  usernameFragment: v.string(),
  password: v.string(),
  iceLite: v.optional(v.boolean()),
});

/** Where and how to reach one of the SFU's transports. */
export const transportInfo = v.object({
  id,
  iceParameters,
  iceCandidates: v.array(
    v.object({
      foundation: v.string(),
      priority: v.number(),
      address: v.string(),
      ip: v.string(),
      protocol: v.picklist(['udp', 'tcp']),
      port: v.number(),
      type: v.picklist(['host', 'srflx', 'prflx', 'relay']),
      tcpType: v.optional(v.picklist(['active', 'passive', 'so'])),
    }),
  ),
  dtlsParameters,
});
export type IceParameters = v.InferOutput<typeof iceParameters>;
export type TransportInfo = v.InferOutput<typeof transportInfo>;

/** A STUN or TURN server, as `RTCIceServer` has it. */
export const iceServer = v.object({
  urls: v.union([v.string(), v.array(v.string())]),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});
