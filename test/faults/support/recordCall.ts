/** What the page of a person has noted of a call. Times are milliseconds since 1970. */
export interface CallRecord {
  readonly startedAt: number;
  /** How often the two had talked before. */
  readonly heardFrom: number;
  readonly events: { readonly at: number; readonly name: string; readonly args: readonly unknown[] }[];
  /** When something more of somebody's picture (`Ada video`) or sound was there, at a resolution of {@link LOOK_MS}. */
  readonly progress: Record<string, number[]>;
}

/** Events that are counted. Those that are told as often as it takes, of speakers say, are not. */
const NAMES = [
  'connected',
  'disconnected',
  'reconnecting',
  'reconnected',
  'participant_joined',
  'participant_leaving',
  'participant_left',
  'stream_published',
  'stream_unpublished',
  'track_enabled',
  'track_disabled',
  'track_censored',
  'track_uncensored',
  'subscription_started',
  'subscription_ended',
  'token_refreshed',
  'token_refresh_failed',
] as const;

/** How often a page looks at what it receives. */
const LOOK_MS = 100;

export type CountedEvent = (typeof NAMES)[number];

interface RecordOptions {
  readonly names: readonly string[];
  readonly lookMs: number;
  readonly heardFrom: number;
}

/** Runs in the page: notes from now on what its room tells and what it receives. */
export function recordCall({ names, lookMs, heardFrom }: RecordOptions): void {
  const { room } = window;
  const record: CallRecord = { startedAt: Date.now(), heardFrom, events: [], progress: {} };
  window.callRecord = record;
  for (const name of names as (typeof NAMES)[number][]) {
    room.on(name, (...args: unknown[]) => {
      const told = args.slice(0, -1).map((arg) => (arg instanceof Error ? (arg as { code?: string }).code : arg));
      record.events.push({ at: Date.now(), name, args: told });
    });
  }
  const last = new Map<string, string>();
  const look = async () => {
    const { participants, streams } = room.getState();
    for (const { id, name, origin } of participants.values()) {
      if (origin === 'local' || !streams.has(`${id}/self`)) continue;
      const stats = await room.getWebRTCStatsForStream(id, 'self').catch(() => ({}) as Record<string, undefined>);
      for (const kind of ['audio', 'video'] as const) {
        const inbound = [...(stats[kind]?.values() ?? [])].find(({ type }) => type === 'inbound-rtp');
        const count = (kind === 'audio' ? inbound?.packetsReceived : inbound?.framesDecoded) ?? 0;
        const seen = `${inbound?.trackIdentifier} ${count}`;
        const series = `${name} ${kind}`;
        if (count > 0 && seen !== last.get(series)) {
          record.progress[series] ??= [];
          record.progress[series].push(Date.now());
        }
        last.set(series, seen);
      }
    }
    setTimeout(look, lookMs);
  };
  void look();
}

export const recordOptions = { names: NAMES, lookMs: LOOK_MS };

declare global {
  interface Window {
    callRecord: CallRecord;
  }
}
