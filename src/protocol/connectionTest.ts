import * as v from 'valibot';
import { connectionId } from './join.ts';
import { dtlsParameters, iceServer, id, transportInfo } from './media.ts';

const sctpParameters = v.object({
  port: v.number(),
  maxSendMessageSize: v.number(),
  maxReceiveMessageSize: v.number(),
  OS: v.optional(v.number()),
  MIS: v.optional(v.number()),
  maxMessageSize: v.optional(v.number()),
});
const sctpStreamParameters = v.object({
  streamId: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))),
  ordered: v.optional(v.boolean()),
});

/** A transport of a connection test; it carries data only. */
export const testTransportInfo = v.object({ ...transportInfo.entries, sctpParameters });
export type TestTransportInfo = v.InferOutput<typeof testTransportInfo>;

/**
 * `POST /v2/rtc/test`: what a client does to see how it reaches the media server, without entering a room. Each test
 * has a secret id of the client's own and ends by itself after `lifetimeMs`.
 */
export const testActions = {
  /** Begins a test; an earlier one of the same participant ends. */
  start: {
    data: v.object({ testId: connectionId, token: v.pipe(v.string(), v.maxLength(8192)) }),
    answer: v.object({ iceServers: v.array(iceServer), lifetimeMs: v.number(), maxBytes: v.number() }),
  },
  open: { data: v.object({ testId: connectionId }), answer: testTransportInfo },
  connect: { data: v.object({ testId: connectionId, transportId: id, dtlsParameters }), answer: v.object({}) },
  /** The client sends by a data channel on this transport. Nobody gets what it sends. */
  produce: {
    data: v.object({ testId: connectionId, transportId: id, sctpStreamParameters }),
    answer: v.object({ id }),
  },
  /** The server sends by a data channel on this transport. */
  consume: {
    data: v.object({ testId: connectionId, transportId: id }),
    answer: v.object({ id, dataProducerId: id, sctpStreamParameters }),
  },
  /** Sends as much as the line takes, up to `maxBytes` and for this long. Answered when it is over. */
  flood: {
    data: v.object({
      testId: connectionId,
      transportId: id,
      durationMs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_000)),
    }),
    answer: v.object({ bytes: v.number() }),
  },
  /** What has arrived at the server. */
  received: {
    data: v.object({ testId: connectionId, transportId: id }),
    answer: v.object({ bytes: v.number(), at: v.number() }),
  },
  end: { data: v.object({ testId: connectionId }), answer: v.object({}) },
} as const;

export type TestAction = keyof typeof testActions;
export type TestActionData<A extends TestAction> = v.InferOutput<(typeof testActions)[A]['data']>;
export type TestActionAnswer<A extends TestAction> = v.InferOutput<(typeof testActions)[A]['answer']>;

/** The body of the POST. */
export const testRequest = v.object({ version: v.number(), action: v.string(), data: v.unknown() });
