import * as v from 'valibot';
import { consumerBatch } from './consumers.ts';
import { dtlsParameters, iceServer, id, rtpCapabilities, transportInfo } from './media.ts';
import { context, participantInfo, streamKey } from './participant.ts';
import { publishedStream } from './published.ts';
import { PROTOCOL_VERSION } from './version.ts';
import { wireError } from './wireError.ts';

/**
 * A random secret that the client makes for one connection. The POSTs of a connection and
 * its socket name it, so that the socket may open while the join is still on its way.
 */
export const connectionId = v.pipe(v.string(), v.uuid());

/** `GET /v2/rtc/capabilities`: what the SFU's routers can do; the same for all rooms of a deployment. */
export const capabilitiesAnswer = v.object({
  version: v.literal(PROTOCOL_VERSION),
  /** Changes when the capabilities do. */
  hash: v.string(),
  rtpCapabilities,
});
export type CapabilitiesAnswer = v.InferOutput<typeof capabilitiesAnswer>;

/** How many streams of each kind the server sends unasked, as long as nobody has said which ones are wanted. */
export const initialDemand = v.object({
  audio: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  video: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
});
export type InitialDemand = v.InferOutput<typeof initialDemand>;

/** `POST /v2/rtc/join`: everything the server needs, so that one round trip is enough. */
export const joinRequest = v.object({
  version: v.number(),
  roomId: v.pipe(v.string(), v.uuid()),
  token: v.pipe(v.string(), v.maxLength(8192)),
  connectionId,
  /** The room of one page, the same over all of its joins: it takes its own place again, and no newer one's. */
  clientId: v.optional(v.pipe(v.string(), v.uuid())),
  /**
   * It comes back by itself after its connection was lost. If the same participant has joined from elsewhere meanwhile,
   * it is refused: `joined-elsewhere`. Without this, the newer join takes over.
   */
  returning: v.optional(v.boolean()),
  context: v.optional(context),
  enableMessages: v.optional(v.boolean(), false),
  /** The hash of the capabilities that the client has loaded; another one: `capabilities-changed`. */
  capabilitiesHash: v.string(),
  /** What the client can receive. */
  rtpCapabilities,
  /** Certificate fingerprints for both transports, where the client could make them beforehand. */
  dtls: v.optional(v.object({ send: dtlsParameters, receive: dtlsParameters })),
  initialDemand,
  /**
   * From a lobby: what is published with the join, on the transports that wait there. Without a lobby of this
   * connection there are no such transports, and it is left out of account.
   */
  streams: v.optional(v.pipe(v.array(publishedStream), v.maxLength(4))),
});
export type JoinRequest = v.InferOutput<typeof joinRequest>;

/** The answer to a join. */
export const joinAnswer = v.object({
  sessionId: id,
  /** Number of the last notification that this answer already contains. */
  seq: v.number(),
  self: participantInfo,
  /** Those of the lobby, where there was one that could be used. */
  transports: v.object({ send: transportInfo, receive: transportInfo }),
  /** Streams of the join that are not published, and why. */
  refusedStreams: v.optional(v.array(v.object({ key: streamKey, ...wireError.entries }))),
  iceServers: v.array(iceServer),
  initial: consumerBatch,
  /** The first page of who is there. */
  participants: v.array(participantInfo),
  /** How many more follow as `participantsListed`. */
  participantsRemaining: v.number(),
  activeSpeakerId: v.nullable(id),
  /** Whether the room is being recorded. */
  recording: v.boolean(),
  /** Milliseconds since 1970 at which the token runs out, by the server's clock. */
  tokenExpiresAt: v.number(),
  /** Milliseconds for which the server keeps a connection that has lost its socket; 0: not at all. */
  resumeWindow: v.number(),
  /** The server's clock at the answer, in milliseconds since 1970. */
  now: v.number(),
});
export type JoinAnswer = v.InferOutput<typeof joinAnswer>;
