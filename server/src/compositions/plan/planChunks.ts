import type { FrameSpan } from './frames.ts';
import type { Clip } from './planClips.ts';

/** What one run of ffmpeg holds in memory at a time, more or less. */
const MOST_CLIPS = 64;

/** A stretch of the composition that is rendered by itself. */
export interface Chunk extends FrameSpan {
  /** In the order in which they are painted, cut to the chunk; in pictures of the whole composition. */
  readonly clips: readonly Clip[];
}

/**
 * Cuts a composition into stretches that are rendered one after the other. A long meeting has thousands of clips and
 * hundreds of recordings: all at once they would need more memory than there is.
 */
export function planChunks(clips: readonly Clip[], totalFrames: number, mostClips = MOST_CLIPS): Chunk[] {
  const changes = new Set([totalFrames, ...clips.flatMap(({ from, to }) => [from, to])]);
  const moments = [...changes].filter((frame) => frame > 0 && frame <= totalFrames).sort((a, b) => a - b);
  const within = (span: FrameSpan) => clips.filter(({ from, to }) => from < span.to && to > span.from);

  const chunks: FrameSpan[] = [];
  let from = 0;
  let to = 0;
  for (const moment of moments) {
    if (to > from && within({ from, to: moment }).length > mostClips) {
      chunks.push({ from, to });
      from = to;
    }
    to = moment;
  }
  if (to > from) chunks.push({ from, to });
  return chunks.map((chunk) => ({
    ...chunk,
    clips: within(chunk).map((clip) => ({
      ...clip,
      from: Math.max(clip.from, chunk.from),
      to: Math.min(clip.to, chunk.to),
    })),
  }));
}
