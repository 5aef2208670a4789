import * as v from 'valibot';
import { mediaKind, rtpParameters } from './media.ts';
import { streamKey } from './participant.ts';

export const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16_384));

/** A track that the client sends. Its id is the client's own, so that nobody waits for an answer. */
export const producerInfo = v.object({
  id: v.pipe(v.string(), v.uuid()),
  kind: mediaKind,
  rtpParameters,
  paused: v.optional(v.boolean(), false),
  width: v.optional(pixels),
  height: v.optional(pixels),
});
export type ProducerInfo = v.InferOutput<typeof producerInfo>;

/** A new stream with none, one or both kinds. */
export const publishedStream = v.object({ key: streamKey, producers: v.pipe(v.array(producerInfo), v.maxLength(2)) });
export type PublishedStream = v.InferOutput<typeof publishedStream>;
