import * as v from 'valibot';
import { id } from './media.ts';

/** From 0 (unusable) to 5 (nothing is wrong). */
export const qualityLevel = v.picklist([0, 1, 2, 3, 4, 5]);
export type QualityLevel = v.InferOutput<typeof qualityLevel>;

/**
 * Levels that are others than before, at most once a second. Until something is told of somebody or something, the
 * level is 5.
 */
export const qualityChanged = v.object({
  /** How well the SFU receives somebody, ourselves included: the worst of what they send. */
  participants: v.array(v.tuple([id, qualityLevel])),
  /** How well the SFU receives what we send, by producer. */
  producers: v.array(v.tuple([id, qualityLevel])),
  /** How well we receive what the SFU sends, by consumer, as our own reports tell it. */
  consumers: v.array(v.tuple([id, qualityLevel])),
  /** How well we receive on the whole, when that has changed: the mean of all consumers. */
  receiving: v.optional(qualityLevel),
});
