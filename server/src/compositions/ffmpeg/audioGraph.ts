import type { SecondsSpan } from '../plan/findSpans.ts';

export const SAMPLE_RATE = 48_000;

/** An audio file that is mixed in. */
export interface AudioInput {
  /** When it can be heard, in seconds of the file. */
  readonly spans: readonly SecondsSpan[];
  /** Seconds from the beginning of the composition to the moment zero of the file. */
  readonly offsetSecs: number;
}

/** The label of the finished sound. */
export const AUDIO_OUT = 'audio';

/** Louder than this, of 1, is held back; what is quieter stays as it was recorded. */
const LIMIT = 0.95;

/**
 * The filter graph that mixes the sound of a whole composition; input `i` of ffmpeg is `inputs[i]`. Everyone is as
 * loud as they were in the room: voices are added up, and a limiter keeps many at a time from distorting.
 *
 * Each span is delayed by itself. `aresample=async` fills holes too, but keeps the silence that it puts in in memory,
 * which a microphone that is off for an hour would make gigabytes; here it only fills what the network lost.
 */
export function audioGraph(inputs: readonly AudioInput[], totalSecs: number): string {
  const lines: string[] = [];
  const voices: string[] = [];
  for (const [index, { spans, offsetSecs }] of inputs.entries()) {
    if (spans.length === 0) continue;
    const parts = spans.map((_, part) => `[part${index}_${part}]`);
    lines.push(`[${index}:a:0]asplit=${spans.length}${parts.join('')}`);
    for (const [part, { from, to }] of spans.entries()) {
      const delay = Math.max(0, Math.round((offsetSecs + from) * SAMPLE_RATE));
      lines.push(
        `${parts[part]}atrim=start=${from.toFixed(6)}:end=${to.toFixed(6)},asetpts=PTS-STARTPTS,aresample=${SAMPLE_RATE}:async=1:min_hard_comp=0.04:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,adelay=${delay}S:all=1[voice${voices.length}]`,
      );
      voices.push(`[voice${voices.length}]`);
    }
  }
  const end = `apad,atrim=end=${totalSecs.toFixed(6)}[${AUDIO_OUT}]`;
  if (voices.length === 0) return `anullsrc=r=${SAMPLE_RATE}:cl=stereo,${end}`;
  const mix = voices.length === 1 ? '' : `amix=inputs=${voices.length}:duration=longest:normalize=0,`;
  lines.push(`${voices.join('')}${mix}alimiter=limit=${LIMIT}:level=disabled,${end}`);
  return lines.join(';\n');
}
