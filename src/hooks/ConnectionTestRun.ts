import {
  type ConnectionTestOptions,
  type ConnectionTestReport,
  RoomError,
  type testConnection,
} from '../engine/index.ts';

interface Shown {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  readonly report: ConnectionTestReport | null;
  readonly error: RoomError | null;
}

const IDLE: Shown = { status: 'idle', report: null, error: null };

/** One test at a time, and what is shown of it. */
export class ConnectionTestRun {
  readonly #test: typeof testConnection;
  readonly #listeners = new Set<() => void>();
  #shown = IDLE;
  #abort: AbortController | null = null;

  constructor(test: typeof testConnection) {
    this.#test = test;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (): Shown => this.#shown;

  readonly start = async (options: ConnectionTestOptions): Promise<void> => {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    const show = (shown: Shown) => {
      if (!signal.aborted) this.#show(shown);
    };
    show({ status: 'running', report: { result: 'running', parts: {} }, error: null });
    try {
      const onProgress = (report: ConnectionTestReport) => show({ status: 'running', report, error: null });
      show({ status: 'done', report: await this.#test({ ...options, signal, onProgress }), error: null });
    } catch (thrown) {
      const error = thrown instanceof RoomError ? thrown : new RoomError('internal', String(thrown), { cause: thrown });
      show({ status: 'failed', report: this.#shown.report, error });
    }
  };

  readonly stop = (): void => {
    if (this.#shown.status !== 'running') return;
    this.#abort?.abort();
    this.#show(IDLE);
  };

  #show(shown: Shown): void {
    this.#shown = shown;
    for (const listener of [...this.#listeners]) listener();
  }
}
