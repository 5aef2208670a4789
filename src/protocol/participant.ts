import * as v from 'valibot';
import { id } from './media.ts';
import { censored, source } from './moderation.ts';
import { MAX_CONTEXT_LENGTH } from './version.ts';

/** What somebody is allowed in the room: by the token, and by what moderators have changed since. */
export const grants = v.object({
  /** Which sources may be published: `audio` and `video` in any stream, `presentation` for a stream of that key. */
  publish: v.array(source),
  /** May receive other people's streams. */
  subscribe: v.boolean(),
  /** May send messages and reactions. */
  message: v.boolean(),
  /** Gets the messages of before it came. */
  history: v.optional(v.boolean()),
  /** May mute, remove and end for others. */
  moderate: v.boolean(),
  /** May start and stop recording. */
  record: v.boolean(),
});
export type Grants = v.InferOutput<typeof grants>;

/** Names a stream within its participant; by convention `self` (camera and microphone) and `presentation` (screen). */
export const streamKey = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** One kind (audio or video) of a stream, as everybody in the room sees it. */
export const streamKind = v.object({
  producerId: id,
  /** False while the publisher has it off. */
  enabled: v.boolean(),
  /** True while a moderator keeps it off. */
  censored: v.boolean(),
  /** Size of the largest layer, in pixels. Video only. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** Number of simulcast layers, each half the size of the next. Video only. */
  spatialLayers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type StreamKind = v.InferOutput<typeof streamKind>;

/** A stream as it crosses the wire; a kind that was never published is null. */
export const streamInfo = v.object({
  key: streamKey,
  audio: v.nullable(streamKind),
  video: v.nullable(streamKind),
});
export type StreamInfo = v.InferOutput<typeof streamInfo>;

export const context = v.pipe(v.string(), v.maxLength(MAX_CONTEXT_LENGTH));

/** A participant as it crosses the wire. */
export const participantInfo = v.object({
  id,
  name: v.optional(v.string()),
  metadata: v.optional(v.record(v.string(), v.unknown())),
  context: v.optional(context),
  canReceiveMessages: v.boolean(),
  origin: v.picklist(['remote', 'telephony_engine']),
  connection: v.picklist(['connected', 'reconnecting']),
  /** Milliseconds since 1970, by the server's clock. */
  joinedAt: v.number(),
  /** When the hand was raised that is up now, by the server's clock; no two of a room are the same. */
  handRaisedAt: v.optional(v.number()),
  grants,
  /** What a moderator keeps off, in all streams of this key or kind, those to come included. */
  censored: v.optional(censored),
  streams: v.array(streamInfo),
});
export type ParticipantInfo = v.InferOutput<typeof participantInfo>;
