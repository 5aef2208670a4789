import { PAUSE_SECS, type SecondsSpan } from './findSpans.ts';
import { FRAME_RATE, type FrameSpan, toFrame } from './frames.ts';
import type { Fit } from './planClips.ts';

/** When a video recording is on, in seconds of the composition. */
export interface RecordedStretch {
  readonly startSecs: number;
  readonly endSecs: number;
}

/**
 * The pictures of the composition in which a recording is shown: while pictures come. A screen on which nothing moves
 * sends none, so that a presentation is shown from its first picture to the end of its recording.
 */
export function presence(
  spans: readonly SecondsSpan[],
  fit: Fit,
  { startSecs, endSecs }: RecordedStretch,
  totalFrames: number,
): FrameSpan[] {
  const [first] = spans;
  if (first === undefined) return [];
  const length = endSecs - startSecs;
  const shown = fit === 'contain' ? [{ from: first.from, to: length }] : spans.map(lengthenedTo(length));
  return shown
    .map(({ from, to }) => ({
      from: Math.max(0, toFrame(startSecs + from)),
      to: Math.min(totalFrames, toFrame(startSecs + to)),
    }))
    .filter(({ from, to }) => to > from);
}

/** The last picture stands until the next one would have come; at the end, until the recording was stopped. */
function lengthenedTo(length: number) {
  return ({ from, to }: SecondsSpan): SecondsSpan => ({
    from,
    to: length > to && length - to <= PAUSE_SECS ? length : to + 1 / FRAME_RATE,
  });
}
