import * as v from 'valibot';
import { consumerBatch } from './consumers.ts';
import { id } from './media.ts';
import { messageInfo, reaction } from './messages.ts';
import { censored } from './moderation.ts';
import { participantInfo, streamInfo, streamKey } from './participant.ts';
import { qualityChanged } from './quality.ts';
import { waitingInfo } from './waiting.ts';

/** Why a connection ended. */
export const disconnectReason = v.picklist([
  'user_initiated',
  'network_error',
  'timed_out',
  'unauthorized',
  'forbidden',
  'unknown',
  'room_expired',
  'kicked',
  'session_terminated',
]);
export type DisconnectReason = v.InferOutput<typeof disconnectReason>;

/**
 * Everything the server tells unasked, as protoo notifications. The `data` of each also carries `seq`:
 * 1, 2, 3, … within a connection, without gaps, so that nothing is taken twice or missed.
 * `audioLevels` and `reactionReceived` are the exception: they are volatile, have no `seq` and may be dropped.
 */
export const notifications = {
  /** More of who is there; the join's answer said how many are to come. */
  participantsListed: v.object({ participants: v.array(participantInfo), remaining: v.number() }),
  participantJoined: v.object({ participant: participantInfo }),
  /** Replaces what was known of the participant; its streams are told by their own notifications. */
  participantUpdated: v.object({ participant: participantInfo }),
  /** What moderators keep off of these participants from now on, in place of what it was. */
  participantsCensored: v.object({ participants: v.array(v.object({ participantId: id, censored })) }),
  participantLeft: v.object({ participantId: id, reason: v.picklist(['left', 'lost', 'kicked']) }),
  streamPublished: v.object({ participantId: id, stream: streamInfo }),
  /** A kind was added, turned on or off, resized or censored. */
  streamUpdated: v.object({ participantId: id, stream: streamInfo }),
  streamUnpublished: v.object({ participantId: id, key: streamKey }),
  /** Consumers the client did not ask for one by one: its initial demand is not filled yet. Made paused. */
  consumersAdded: consumerBatch,
  /** Their producers are gone. */
  consumersClosed: v.object({ consumerIds: v.array(id) }),
  /** The simulcast layer that now flows; null while none does. */
  consumerLayersChanged: v.object({
    consumerId: id,
    layers: v.nullable(v.object({ spatialLayer: v.number(), temporalLayer: v.number() })),
  }),
  /**
   * What the others want of our own videos: up to a simulcast layer, or nothing at all (null), and up to a temporal layer
   * of it (left out: all frames). The rest need not be sent.
   */
  producersWanted: v.object({
    producers: v.array(v.object({ id, spatialLayer: v.nullable(v.number()), temporalLayer: v.optional(v.number()) })),
  }),
  /** Who speaks now, null when nobody does. */
  activeSpeakerChanged: v.object({ participantId: v.nullable(id), key: v.nullable(streamKey) }),
  /** Levels of those who are heard, from 0 (silence) to 1 (0 dBov), a few times a second. */
  audioLevels: v.object({ levels: v.array(v.tuple([id, v.number()])) }),
  /** Somebody wrote; to the sender, too, when it went to everybody. */
  messageReceived: messageInfo,
  /** What was written before we came, the oldest first; where there is much of it, in several of these. */
  messagesListed: v.object({ messages: v.array(messageInfo) }),
  /** Somebody, the sender included, reacted. */
  reactionReceived: v.object({ participantId: id, reaction }),
  /** The room is being recorded from now on, or not any more. */
  recordingChanged: v.object({ active: v.boolean() }),
  /** To those who may moderate: who waits to be let in, in place of what was told before; none before the first. */
  waitingChanged: v.object({ waiting: v.array(waitingInfo) }),
  /** Whose connection is bad, and how the SFU judges what it has from us and what it sends us: what has changed. */
  qualityChanged,
  /** The last word of a connection; the socket closes after it. */
  disconnecting: v.object({
    reason: disconnectReason,
    /** Says it more exactly, where there is an error code for it: `joined-elsewhere`. */
    code: v.optional(v.string()),
  }),
} as const;

export type NotificationMethod = keyof typeof notifications;
export type NotificationData<M extends NotificationMethod> = v.InferOutput<(typeof notifications)[M]>;
/** A notification as one union, to switch over. */
export type Notification = { [M in NotificationMethod]: { method: M; data: NotificationData<M> } }[NotificationMethod];

/** The number that stands beside a notification's own data. */
export const sequenceNumber = v.object({ seq: v.optional(v.number()) });

/** Notifications that are not numbered: late ones are worthless, so a full queue drops them. */
export const VOLATILE: ReadonlySet<NotificationMethod> = new Set<NotificationMethod>([
  'audioLevels',
  'reactionReceived',
]);
