import * as v from 'valibot';
import { id } from './media.ts';
import { context } from './participant.ts';
import { MAX_BATCH } from './version.ts';

/**
 * `POST /v2/rtc/wait`: somebody whose token does not let it in by itself waits for a moderator to do so. A join of such
 * a token is refused with `not-admitted`; then this is asked, again and again: the server holds the answer back until
 * there is something to tell, or for a while. Who has not asked for a few seconds does not wait any more.
 */
export const waitRequest = v.object({
  version: v.number(),
  roomId: v.pipe(v.string(), v.uuid()),
  token: v.pipe(v.string(), v.maxLength(8192)),
  /** What the moderators are told of who waits, as with a join. */
  context: v.optional(context),
});
export type WaitRequest = v.InferOutput<typeof waitRequest>;

/** Whether a join would be let in now. Who is turned away is refused with `turned-away`. */
export const waitAnswer = v.object({ admitted: v.boolean() });
export type WaitAnswer = v.InferOutput<typeof waitAnswer>;

/** Somebody who waits, as moderators are told of it. */
export const waitingInfo = v.object({
  id,
  name: v.optional(v.string()),
  metadata: v.optional(v.record(v.string(), v.unknown())),
  context: v.optional(context),
  /** Milliseconds since 1970, by the server's clock. */
  since: v.number(),
});
export type WaitingInfo = v.InferOutput<typeof waitingInfo>;

/** Whom of those who wait a moderator means. */
export const waitingSelection = v.object({
  participants: v.union([v.literal('all'), v.pipe(v.array(id), v.maxLength(MAX_BATCH))]),
});
