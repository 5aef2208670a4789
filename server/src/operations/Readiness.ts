/** Resolves when a part of the server can do its work; rejects with the reason why not. */
export type ReadinessCheck = () => Promise<void>;

/** What `/readyz` asks. A part that others depend on adds its check. */
export class Readiness {
  readonly #checks = new Map<string, ReadinessCheck>();

  /** Adds a check under the name that `/readyz` shows. */
  add(name: string, check: ReadinessCheck): void {
    this.#checks.set(name, check);
  }

  /** Runs all checks side by side; gives for each name whether it passed. */
  async run(): Promise<{ ready: boolean; checks: Record<string, 'ok' | 'failed'> }> {
    const results = await Promise.all(
      [...this.#checks].map(async ([name, check]) => {
        const passed = await check().then(
          () => true,
          () => false,
        );
        return [name, passed ? 'ok' : 'failed'] as const;
      }),
    );
    return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
  }
}
