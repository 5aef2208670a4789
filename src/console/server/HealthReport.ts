/** How a room server is, as its console is told every few seconds. */
export interface HealthReport {
  readonly version: string;
  readonly uptime_secs: number;
  /** It stops, and takes nobody new. */
  readonly draining: boolean;
  /** What it checks about itself. */
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
  readonly database: { readonly kind: 'pglite' | 'postgres'; readonly ok: boolean };
  /** The processes that carry media, with the rooms of each. */
  readonly workers: readonly { readonly index: number; readonly rooms: number }[];
  /** `null`, here and below: it cannot tell. */
  readonly rooms_live: number | null;
  readonly participants_live: number | null;
  readonly producers: number | null;
  readonly consumers: number | null;
  readonly memory_bytes: number;
  /** How many there are in each state. */
  readonly jobs: Readonly<Record<string, number>>;
}
