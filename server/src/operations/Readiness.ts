/** Resolves when a part of the server can do its work; rejects with the reason why not. */
export type ReadinessCheck = () => Promise<void>;

/** A part that does not answer in this time is not ready: whoever asks has a deadline, too. */
const ANSWER_WITHIN_MS = 2_000;

/** What `/readyz` shows. */
export interface ReadinessReport {
  ready: boolean;
  checks: Record<string, 'ok' | 'failed'>;
  /** Why what failed did. For logs: it may name what is inside. */
  causes: Record<string, unknown>;
}

/** What `/readyz` asks. A part that others depend on adds its check. */
export class Readiness {
  readonly #checks = new Map<string, ReadinessCheck>();
  #draining = false;

  /** The server is about to stop: nobody new should be sent here, and nothing new begun. */
  get draining(): boolean {
    return this.#draining;
  }

  /** Not ready from now on, whatever else works. */
  drain(): void {
    this.#draining = true;
  }

  /** Adds a check under the name that `/readyz` shows. */
  add(name: string, check: ReadinessCheck): void {
    this.#checks.set(name, check);
  }

  /** Runs all checks side by side; gives for each name whether it passed. */
  async run(): Promise<ReadinessReport> {
    const causes: Record<string, unknown> = {};
    const results = await Promise.all(
      [...this.#checks].map(async ([name, check]) => {
        try {
          await inTime(check);
          return [name, 'ok'] as const;
        } catch (error) {
          causes[name] = error;
          return [name, 'failed'] as const;
        }
      }),
    );
    const ready = !this.#draining && results.every(([, result]) => result === 'ok');
    return { ready, checks: Object.fromEntries(results), causes };
  }
}

async function inTime(check: ReadinessCheck): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`There was no answer within ${ANSWER_WITHIN_MS} ms.`)), ANSWER_WITHIN_MS);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}
