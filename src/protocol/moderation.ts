import * as v from 'valibot';
import { id } from './media.ts';
import { MAX_BAN_SECS, MAX_BATCH, MAX_REASON_LENGTH } from './version.ts';

/** What grants and moderators speak of: the sound or the picture of a person, and shared screens. */
export const source = v.picklist(['audio', 'video', 'presentation']);
export type Source = v.InferOutput<typeof source>;

/** That a moderator keeps something off, and why. */
export const censorship = v.object({
  /** The participant who did it; null when it was done from outside, by the REST API. */
  by: v.nullable(id),
  /** What the moderator said about it. */
  reason: v.optional(v.string()),
});
export type Censorship = v.InferOutput<typeof censorship>;

/** All that is kept off of one participant. */
export const censored = v.object({
  /** The sound of all streams, shared screens included. */
  audio: v.optional(censorship),
  /** The picture of all streams but shared screens. */
  video: v.optional(censorship),
  /** Shared screens, with their sound. */
  presentation: v.optional(censorship),
});
export type Censored = v.InferOutput<typeof censored>;

const ids = v.pipe(v.array(id), v.maxLength(MAX_BATCH));

/** Whom a moderator means. `all` is everybody but the moderator. */
const whom = { participants: v.union([v.literal('all'), ids]), exclude: v.optional(ids) };

const sources = v.pipe(v.array(source), v.minLength(1), v.maxLength(3));

export const muteData = v.object({
  ...whom,
  sources: v.optional(sources, ['audio']),
  reason: v.optional(v.pipe(v.string(), v.maxLength(MAX_REASON_LENGTH))),
});
export const unmuteData = v.object({ ...whom, sources: v.optional(sources, ['audio']) });
export const kickData = v.object({
  ...whom,
  /** For how many seconds the same person is not let in again. */
  banSecs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_BAN_SECS)), 0),
});
export const changeGrantsData = v.object({
  ...whom,
  /** What is left out stays as it is. */
  grants: v.object({
    publish: v.optional(v.pipe(v.array(source), v.maxLength(3))),
    subscribe: v.optional(v.boolean()),
    message: v.optional(v.boolean()),
    history: v.optional(v.boolean()),
    moderate: v.optional(v.boolean()),
    record: v.optional(v.boolean()),
  }),
});
