import { type ChildProcess, spawn } from 'node:child_process';

/** As much of what it says as a reason may be long. */
const KEPT_CHARACTERS = 2_000;
/** It was asked to end, and completed its file. */
const ENDED_BY_SIGNAL = 255;

/** One run of ffmpeg, or of ffprobe. */
export class Ffmpeg {
  /** Done when it has ended: `null`, or the reason why it failed, in a sentence. */
  readonly ended: Promise<string | null>;
  readonly #child: ChildProcess;
  #output = '';

  /** @param args - Further arguments than those that keep it quiet. */
  constructor(program: string, args: readonly string[]) {
    // A group of its own: what ends the server from a terminal must not end ffmpeg before it has its last packets.
    this.#child = spawn(program, ['-hide_banner', '-loglevel', 'error', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let complaints = '';
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-KEPT_CHARACTERS);
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error: NodeJS.ErrnoException) => resolve(spawnFailure(program, error)));
      this.#child.once('close', (code, signal) => resolve(reasonOf(program, code, signal, complaints)));
    });
  }

  /** Runs it to its end, and gives what it printed. @throws Error with the reason why it failed. */
  static async run(program: string, args: readonly string[]): Promise<string> {
    const run = new Ffmpeg(program, args);
    const reason = await run.ended;
    if (reason !== null) throw new Error(reason);
    return run.#output;
  }

  /** Ends it at once. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

function spawnFailure(program: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return `${program} is not installed: recordings need it on the PATH of the server.`;
  return `${program} could not be started: ${error.message}.`;
}

function reasonOf(program: string, code: number | null, signal: string | null, complaints: string): string | null {
  if (code === 0 || code === ENDED_BY_SIGNAL) return null;
  if (/no space left/i.test(complaints)) return 'The disk is full.';
  if (signal) return `${program} was ended by ${signal}.`;
  const last = complaints.trim().split('\n').at(-1);
  return `${program} ended with ${code}${last ? `: ${last}` : '.'}`;
}
