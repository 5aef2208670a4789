import * as v from 'valibot';
import { answers, nothing } from './answers.ts';
import { connectionId } from './join.ts';
import { dtlsParameters, id, mediaKind } from './media.ts';
import { outgoingMessage, reaction } from './messages.ts';
import { changeGrantsData, kickData, muteData, unmuteData } from './moderation.ts';
import { context, streamKey } from './participant.ts';
import { pixels, producerInfo, publishedStream } from './published.ts';
import { MAX_BATCH } from './version.ts';
import { waitingSelection } from './waiting.ts';

const token = v.pipe(v.string(), v.maxLength(8192));

const layer = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7));

/** What should change about a consumer; what is left out stays as it is. */
export const consumerUpdate = v.object({
  id,
  paused: v.optional(v.boolean()),
  /** The highest simulcast layer wanted: 0 is the smallest. */
  spatialLayer: v.optional(layer),
  temporalLayer: v.optional(layer),
  /** 1 (lowest) to 255, as in mediasoup. */
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255))),
});
export type ConsumerUpdate = v.InferOutput<typeof consumerUpdate>;

/** One kind of a stream that the client wants to receive. */
export const subscriptionInfo = v.object({
  participantId: id,
  key: streamKey,
  kind: mediaKind,
  spatialLayer: v.optional(layer),
});
export type SubscriptionInfo = v.InferOutput<typeof subscriptionInfo>;

const batch = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(MAX_BATCH));

/**
 * Everything a client can ask for, as protoo requests over the socket, or as
 * `POST /v2/rtc/request` with `{ connectionId, method, data }` while the socket is still opening. Only the server checks
 * these: a client loads `answers.ts`.
 */
export const requests = {
  /**
   * The first message on a socket: binds it to the connection of a join, which may still be on its way.
   * With `lastSeq`, a connection that lost its socket goes on with this one: what has happened since that
   * number follows. Too late, or too much of it: `not-connected` at once, and only a new join helps.
   */
  attach: {
    data: v.object({ connectionId, token, lastSeq: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
    answer: nothing,
  },
  /** Where fingerprints could not travel with the join. */
  connectTransport: { data: v.object({ direction: v.picklist(['send', 'receive']), dtlsParameters }), answer: nothing },
  /**
   * Answered at once: a socket that gives no answer is dead, whatever it looks like. `seq` is the number of the last
   * notification before the answer: one that has not come by then was lost on the way.
   */
  ping: { data: nothing, answer: answers.ping },
  /** New ICE parameters for a transport whose path broke, or whose network changed. Media goes on meanwhile. */
  restartIce: {
    data: v.object({ direction: v.picklist(['send', 'receive']) }),
    answer: answers.restartIce,
  },
  /** A new stream with none, one or both kinds, announced to the others in one piece. */
  publishStream: {
    data: publishedStream,
    answer: nothing,
  },
  /** One more kind for a stream that is already published. */
  produce: { data: v.object({ key: streamKey, producer: producerInfo }), answer: nothing },
  /** Turns a kind of an own stream on or off, or tells its new size. */
  updateProducer: {
    data: v.object({ id, paused: v.optional(v.boolean()), width: v.optional(pixels), height: v.optional(pixels) }),
    answer: nothing,
  },
  unpublishStream: { data: v.object({ key: streamKey }), answer: nothing },
  /** Consumers for streams of others; they are made paused. A stream that is gone is left out. */
  subscribe: { data: v.object({ subscriptions: batch(subscriptionInfo) }), answer: answers.subscribe },
  /** Starts, pauses and tunes consumers. One that is gone is passed over. */
  updateConsumers: { data: v.object({ consumers: batch(consumerUpdate) }), answer: nothing },
  /** Asks the senders of videos for a picture that can be begun with. A consumer that is gone is passed over. */
  requestKeyFrames: { data: v.object({ consumerIds: batch(id) }), answer: nothing },
  /** Closes consumers. One that is gone is passed over. */
  unsubscribe: { data: v.object({ consumerIds: batch(id) }), answer: nothing },
  /** A newer token for the same participant and room. */
  refreshToken: { data: v.object({ token }), answer: answers.refreshToken },
  /** Messages in their order, and what became of each: one that is refused does not hold up the others. */
  sendMessages: {
    data: v.object({ messages: batch(outgoingMessage) }),
    answer: answers.sendMessages,
  },
  /** Shown to everybody for a moment. */
  sendReaction: { data: v.object({ reaction }), answer: nothing },
  /** What we say of ourselves; what is left out stays, null takes it away. */
  updateSelf: {
    data: v.object({ context: v.optional(v.nullable(context)), handRaised: v.optional(v.boolean()) }),
    answer: nothing,
  },
  /** Takes hands down; those of others need the grant to moderate. One that is down is passed over. */
  lowerHands: { data: v.object({ participantIds: batch(id) }), answer: nothing },
  /** Keeps sources of others off until `unmute`, also in streams still to come. Needs the grant `moderate`, as the next six do. */
  mute: { data: muteData, answer: nothing },
  /** Lets them turn these sources on again. */
  unmute: { data: unmuteData, answer: nothing },
  /** Removes others, who are told `kicked`. */
  kick: { data: kickData, answer: nothing },
  /** Changes what others may do, for the rest of the session. Nobody can give what they do not have. */
  changeGrants: { data: changeGrantsData, answer: nothing },
  /** Lets in who waits, for the rest of the session. One who does not wait any more is passed over. */
  admit: { data: waitingSelection, answer: nothing },
  /** Turns away who waits, who is told `turned-away` and may ask again. One who does not wait any more is passed over. */
  turnAway: { data: waitingSelection, answer: nothing },
  /** Ends the session for everybody, who are told `session_terminated`. */
  endSession: { data: nothing, answer: nothing },
  /** Records everybody in the room from now on. Needs the grant `record`, as the next one does. Once more does no harm. */
  startRecording: { data: nothing, answer: nothing },
  stopRecording: { data: nothing, answer: nothing },
  leave: { data: nothing, answer: nothing },
} as const;

export type RequestMethod = keyof typeof requests;
export type RequestInput<M extends RequestMethod> = v.InferInput<(typeof requests)[M]['data']>;
export type RequestData<M extends RequestMethod> = v.InferOutput<(typeof requests)[M]['data']>;
export type RequestAnswer<M extends RequestMethod> = v.InferOutput<(typeof requests)[M]['answer']>;

/**
 * Stands beside a request's own data: the client's own id for it. A request that is sent again under the same
 * id, since the socket broke before its answer came, is carried out once and answered again.
 */
export const repeatableRequest = v.object({ requestId: v.optional(v.pipe(v.string(), v.maxLength(36))) });

/** `POST /v2/rtc/request`: a request of a connection whose socket is not attached yet. */
export const postedRequest = v.object({ connectionId, method: v.string(), data: v.unknown() });
