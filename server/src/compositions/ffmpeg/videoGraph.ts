import { FRAME_RATE } from '../plan/frames.ts';
import type { Chunk } from '../plan/planChunks.ts';
import type { Clip } from '../plan/planClips.ts';

/** The picture's measures in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A video file that a chunk is made from. */
export interface VideoInput {
  readonly sourceId: string;
  /** Seconds from the beginning of the chunk to the moment that ffmpeg takes for zero in the file; may be negative. */
  readonly offsetSecs: number;
}

/** The label of the finished picture. */
export const VIDEO_OUT = 'video';

/**
 * The filter graph that renders a chunk; input `i` of ffmpeg is `inputs[i]`.
 *
 * A source is first given a constant frame rate, which repeats its last picture until the next one: cut without that,
 * a screen that sends one picture a second would be black for most of a second wherever cells move. Then each clip is
 * scaled and laid on a cell of its own, which cuts off or frames it; a `crop` filter would not do, since it does not
 * follow pictures whose size changes on the way, as those of WebRTC do.
 */
export function videoGraph({ from, to, clips }: Chunk, inputs: readonly VideoInput[], { width, height }: Size): string {
  const lines = [canvas({ width, height }, to - from, 'base0')];
  const labels = new Map<Clip, string>();
  for (const [index, { sourceId, offsetSecs }] of inputs.entries()) {
    const own = clips.filter((clip) => clip.sourceId === sourceId);
    const first = Math.min(...own.map((clip) => clip.from)) - from;
    const parts = own.map((clip, part) => {
      labels.set(clip, `source${index}_${part}`);
      return `[source${index}_${part}]`;
    });
    lines.push(
      `[${index}:v:0]setpts=PTS+(${secs(offsetSecs)})/TB,fps=${FRAME_RATE}:start_time=${secs(first / FRAME_RATE)},split=${own.length}${parts.join('')}`,
    );
  }
  for (const [index, clip] of clips.entries()) {
    lines.push(...clipLines(clip, labels.get(clip) as string, from, index));
  }
  lines.push(`[base${clips.length}]format=yuv420p[${VIDEO_OUT}]`);
  return lines.join(';\n');
}

function clipLines({ fit, cell, ...clip }: Clip, source: string, chunkFrom: number, index: number): string[] {
  const [from, to] = [clip.from - chunkFrom, clip.to - chunkFrom];
  const aspect = fit === 'cover' ? 'increase' : 'decrease';
  return [
    `[${source}]trim=start_pts=${from}:end_pts=${to},scale=${cell.width}:${cell.height}:force_original_aspect_ratio=${aspect},setsar=1[picture${index}]`,
    canvas(cell, to - from, `empty${index}`, from),
    `[empty${index}][picture${index}]overlay=x=(W-w)/2:y=(H-h)/2:eof_action=repeat[cell${index}]`,
    `[base${index}][cell${index}]overlay=x=${cell.x}:y=${cell.y}:eof_action=pass[base${index + 1}]`,
  ];
}

function canvas({ width, height }: Size, frames: number, label: string, from = 0): string {
  return `color=c=black:s=${width}x${height}:r=${FRAME_RATE},trim=end_frame=${frames},setpts=PTS+${from}[${label}]`;
}

function secs(value: number): string {
  return value.toFixed(6);
}
