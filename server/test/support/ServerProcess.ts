import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** The real server in a process of its own, with nothing but the given settings. */
export class ServerProcess {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #output = new EventEmitter();

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
      this.#output.emit('change');
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    // "close" comes after the last output, "exit" may come before it.
    child.once('close', () => this.#output.emit('change'));
  }

  static start(settings: Record<string, string>): ServerProcess {
    const foreign = Object.entries(process.env).filter(
      ([name]) => !/^(PARLOUR_|DATABASE_URL$|NODE_OPTIONS$)/.test(name),
    );
    const quiet = { PARLOUR_PORT: '0', PARLOUR_LOG_LEVEL: 'warn', PARLOUR_WORKERS: '1' };
    const env = { ...Object.fromEntries(foreign), ...quiet, ...settings };
    return new ServerProcess(spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Whether the process has not ended. */
  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves with the URL of the start line. */
  async listening(): Promise<string> {
    await this.printed('listening on');
    return /listening on (http:\S+)/.exec(this.stdout)?.[1] ?? '';
  }

  /** Resolves when that text stands in the output; rejects when the process ends before. */
  async printed(text: string): Promise<void> {
    while (!this.stdout.includes(text)) {
      if (!this.running) throw new Error(`The server ended before it printed "${text}".\n${this.stdout}${this.stderr}`);
      await once(this.#output, 'change');
    }
  }

  /** Resolves with the exit code, when all output is there. */
  async exited(): Promise<number | null> {
    if (this.running || !this.#child.stdout?.closed || !this.#child.stderr?.closed) await once(this.#child, 'close');
    return this.#child.exitCode;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it without giving it a chance to do anything. */
  async kill(): Promise<void> {
    if (!this.running) return;
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
  }
}
