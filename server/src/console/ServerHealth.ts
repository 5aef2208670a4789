import { readFileSync } from 'node:fs';
import type { ServerDeps } from '../ServerDeps.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** How the server is, in the words of the API. What it cannot tell is `null`. */
export interface HealthReport {
  readonly version: string;
  readonly started_at: string;
  readonly uptime_secs: number;
  readonly draining: boolean;
  /** The checks of `/readyz`. */
  readonly checks: Record<string, 'ok' | 'failed'>;
  readonly database: { readonly kind: 'pglite' | 'postgres'; readonly ok: boolean };
  /** With the rooms that each carries. */
  readonly workers: readonly { readonly index: number; readonly rooms: number }[];
  readonly rooms_live: number | null;
  readonly participants_live: number | null;
  readonly producers: number | null;
  readonly consumers: number | null;
  readonly memory_bytes: number;
  /** By state. */
  readonly jobs: Record<string, number>;
}

/** Tells how the server is, by what its metrics measure and its readiness checks. */
export class ServerHealth {
  readonly #deps: Pick<ServerDeps, 'config' | 'metrics' | 'readiness' | 'now'>;
  readonly #startedAt: Date;

  constructor(deps: Pick<ServerDeps, 'config' | 'metrics' | 'readiness' | 'now'>) {
    this.#deps = deps;
    this.#startedAt = deps.now();
  }

  async read(): Promise<HealthReport> {
    const { config, metrics, readiness, now } = this.#deps;
    const [{ checks }, values] = await Promise.all([readiness.run(), metrics.read()]);
    const one = (name: string) => values.get(name)?.[0]?.value ?? null;
    const jobs: Record<string, number> = {};
    for (const { labels, value } of values.get('parlour_jobs') ?? []) {
      const state = String(labels.state);
      jobs[state] = (jobs[state] ?? 0) + value;
    }
    return {
      version,
      started_at: this.#startedAt.toISOString(),
      uptime_secs: Math.floor((now().getTime() - this.#startedAt.getTime()) / 1000),
      draining: readiness.draining,
      checks,
      database: { kind: config.databaseUrl === null ? 'pglite' : 'postgres', ok: checks.database === 'ok' },
      workers: (values.get('parlour_worker_routers') ?? []).map(({ labels, value }) => ({
        index: Number(labels.worker),
        rooms: value,
      })),
      rooms_live: one('parlour_rooms'),
      participants_live: one('parlour_participants'),
      producers: one('parlour_producers'),
      consumers: one('parlour_consumers'),
      memory_bytes: process.memoryUsage.rss(),
      jobs,
    };
  }
}
