'use client';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useRoomsApi } from '../../api/index.ts';
import type { LiveSession, LiveSessionSnapshot } from './LiveSession.ts';
import { useLiveSource } from './LiveUpdates.tsx';
import { openStream } from './openStream.ts';

const CONNECTING: LiveSession = { status: 'connecting', snapshot: null };

/** A session as it goes on, from `LiveUpdates`. Without one, or for a session that is over, it stays `connecting`. */
export function useLiveSession(sessionId: string, active: boolean): LiveSession {
  const source = useLiveSource();
  const cache = useQueryClient();
  const { keys } = useRoomsApi();
  const queryKey = useMemo(() => [...keys.all, 'live-session', sessionId], [keys, sessionId]);
  const { data } = useQuery<LiveSession>({ queryKey, queryFn: skipToken });
  const { baseUrl, openEvents } = source ?? {};

  useEffect(() => {
    if (baseUrl === undefined || !openEvents || !active) return;
    const change = (next: Partial<LiveSession>) =>
      cache.setQueryData<LiveSession>(queryKey, (known = CONNECTING) => ({ ...known, ...next }));
    const close = openStream({
      url: `${baseUrl}/live/sessions/${encodeURIComponent(sessionId)}/events`,
      open: openEvents,
      on: {
        snapshot: (snapshot) => change({ status: 'live', snapshot: snapshot as LiveSessionSnapshot }),
        ended: () => {
          change({ status: 'ended' });
          // The browser would ask again and again.
          close();
          void cache.invalidateQueries({ queryKey: keys.sessions.all });
        },
      },
      onStatus: (open) => {
        if (!open) change({ status: 'interrupted' });
      },
    });
    return () => {
      close();
      cache.removeQueries({ queryKey, exact: true });
    };
  }, [baseUrl, openEvents, active, sessionId, cache, queryKey, keys]);

  return data ?? CONNECTING;
}
