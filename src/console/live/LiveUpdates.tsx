'use client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useRoomsApi } from '../../api/index.ts';
import type { HealthReport } from '../server/HealthReport.ts';
import { type OpenEvents, openStream } from './openStream.ts';
import { outdatedBy } from './outdatedBy.ts';

/** Where what happens live is told. */
interface LiveSource {
  readonly baseUrl: string;
  readonly openEvents: OpenEvents;
  readonly status: 'connecting' | 'open' | 'interrupted';
}

const LiveContext = createContext<LiveSource | null>(null);
/** Apart from the source: it is another every few seconds. */
const HealthContext = createContext<HealthReport | null>(null);

export interface LiveUpdatesProps {
  /** What comes before `/events`. @default '/console/api' */
  readonly baseUrl?: string | undefined;
  /** @default `(url) => new EventSource(url)` */
  readonly openEvents?: OpenEvents | undefined;
  /** Whether to listen. @default true */
  readonly enabled?: boolean | undefined;
  /** The server says that the session is over. */
  readonly onSignedOut?: (() => void) | undefined;
  readonly children?: ReactNode;
}

const openEventSource: OpenEvents = (url) => new EventSource(url);
/** What has changed is asked for together, in milliseconds. */
const TOGETHER = 200;

/**
 * Keeps what is shown up to date, by server-sent events in place of polling: what they say has changed is asked for again
 * where somebody looks at it. Put it inside `RoomsApiProvider`.
 */
export function LiveUpdates({
  baseUrl = '/console/api',
  openEvents = openEventSource,
  enabled = true,
  onSignedOut,
  children,
}: LiveUpdatesProps) {
  const cache = useQueryClient();
  const { keys } = useRoomsApi();
  const [status, setStatus] = useState<LiveSource['status']>('connecting');
  const [health, setHealth] = useState<HealthReport | null>(null);
  const signedOut = useEffectEvent(() => onSignedOut?.());

  useEffect(() => {
    if (!enabled) return;
    const kinds = new Set<unknown>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const queryKey of outdatedBy(keys, kinds)) void cache.invalidateQueries({ queryKey });
      kinds.clear();
    };
    let missed = false;
    const close = openStream({
      url: `${baseUrl}/events`,
      open: openEvents,
      on: {
        changed: (data) => {
          kinds.add((data as { kind?: unknown } | undefined)?.kind);
          timer ??= setTimeout(flush, TOGETHER);
        },
        health: (report) => setHealth(report as HealthReport),
        signed_out: () => signedOut(),
      },
      onStatus: (open) => {
        setStatus(open ? 'open' : 'interrupted');
        // Nobody knows what was told in between.
        if (open && missed) void cache.invalidateQueries({ queryKey: keys.all });
        missed = !open;
      },
    });
    return () => {
      clearTimeout(timer);
      close();
      setStatus('connecting');
    };
  }, [enabled, baseUrl, openEvents, cache, keys]);

  const value = useMemo(() => ({ baseUrl, openEvents, status }), [baseUrl, openEvents, status]);
  return (
    <LiveContext value={value}>
      <HealthContext value={health}>{children}</HealthContext>
    </LiveContext>
  );
}

/** Where live events come from; null: nobody listens, and what is shown is as it was when it was asked for. */
export function useLiveSource(): LiveSource | null {
  return use(LiveContext);
}

/** How the server is; null: it has not said so yet, or nobody listens. */
export function useServerHealth(): HealthReport | null {
  return use(HealthContext);
}
