import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type SecondsSpan, SpanFinder } from '../plan/findSpans.ts';
import { FfmpegError } from './runFfmpeg.ts';

/** A file of a recording. */
interface RecordedFile {
  readonly id: string;
  readonly path: string;
}

/** When there is something in a file. */
export interface RecordedSpans {
  /**
   * The time of its first packet, in seconds; what ffmpeg takes for zero when it reads the file. The recording began at
   * the file's own zero: if its first pictures could not be used, later than that there is something to show.
   */
  readonly startSecs: number;
  /** In seconds from that packet on. */
  readonly spans: SecondsSpan[];
}

/**
 * Finds when something was recorded by the packets of a file. What its header says is not enough: a file whose recording
 * was interrupted has no duration there, and none says when a camera was off.
 *
 * @throws {@link FfmpegError} when the file cannot be read.
 */
export async function probeRecording({ id, path }: RecordedFile, signal: AbortSignal): Promise<RecordedSpans> {
  const entries = 'packet=pts_time,duration_time:format=start_time';
  const args = ['-v', 'error', '-select_streams', '0', '-show_entries', entries, '-of', 'compact', path];
  const child = spawn('ffprobe', args, { signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  const finder = new SpanFinder();
  let startSecs = 0;
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-1000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    startSecs = readSecs(line, 'start_time') ?? startSecs;
    const at = readSecs(line, 'pts_time');
    if (at !== undefined) finder.add({ at, duration: readSecs(line, 'duration_time') ?? 0 });
  });
  try {
    const [code] = await closed;
    const spans = finder.since(startSecs);
    if (code === 0 || spans.length > 0) return { startSecs, spans };
    throw new FfmpegError(
      `The recording ${id} cannot be read: delete it, or leave it out. ${stderr.trim().split('\n').at(-1) ?? ''}`.trim(),
    );
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof FfmpegError) throw cause;
    throw new FfmpegError(
      `ffprobe could not be started (${(cause as NodeJS.ErrnoException).code}): install ffmpeg, or put it on the PATH.`,
      { cause },
    );
  }
}

function readSecs(line: string, name: string): number | undefined {
  const text = new RegExp(`\\|${name}=(-?[\\d.]+)`).exec(line)?.[1];
  return text === undefined ? undefined : Number(text);
}
