import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

/** What ffmpeg said last, so much of it, goes into the error. */
const STDERR_CHARACTERS = 4000;

/** ffmpeg ended without having done what it was asked. */
export class FfmpegError extends Error {
  override readonly name = 'FfmpegError';
}

/** How a run may be watched and ended. */
export interface FfmpegRun {
  /** Ends it at once. What it has written so far is left for the caller to remove. */
  signal: AbortSignal;
  /** Told the process id, before anything is read. */
  onStart?: (pid: number) => void;
  /** Told how many seconds of the result are there, twice a second or so. */
  onProgress?: (secs: number) => void;
}

/**
 * Runs ffmpeg with low priority: calls go on beside it.
 *
 * @throws {@link FfmpegError} when it fails or cannot be started; the reason of `signal` when that ends it.
 */
export async function runFfmpeg(args: readonly string[], { signal, onStart, onProgress }: FfmpegRun): Promise<void> {
  signal.throwIfAborted();
  const child = spawn('ffmpeg', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  // Also without a reader: a process that cannot be started has an error and no streams worth reading.
  closed.catch(() => {});
  if (child.pid !== undefined) {
    lowerPriority(child.pid);
    onStart?.(child.pid);
  }
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_CHARACTERS);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const microseconds = /^out_time_us=(\d+)$/.exec(line)?.[1];
    if (microseconds !== undefined) onProgress?.(Number(microseconds) / 1e6);
  });
  try {
    const [code, killedBy] = await closed;
    signal.throwIfAborted();
    if (code !== 0) throw new FfmpegError(describe(stderr, killedBy));
  } catch (cause) {
    if (signal.aborted || cause instanceof FfmpegError) throw cause;
    throw new FfmpegError(
      `ffmpeg could not be started (${(cause as NodeJS.ErrnoException).code}): install it, or put it on the PATH.`,
      { cause },
    );
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}

function describe(stderr: string, killedBy: NodeJS.Signals | null): string {
  if (/No space left on device/.test(stderr)) return 'The disk is full: no space is left to make the film.';
  const lastLine = stderr.trim().split('\n').at(-1) ?? '';
  if (lastLine !== '') return `ffmpeg failed: ${lastLine}`;
  return killedBy === null ? 'ffmpeg failed without a word.' : `ffmpeg was ended by ${killedBy}.`;
}
