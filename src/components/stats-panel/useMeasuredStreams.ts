'use client';
import { useMemo } from 'react';
import { useRoomState } from '../../hooks/index.ts';

/** A stream of which something is sent or received. */
export interface MeasuredStream {
  readonly participantId: string;
  readonly key: string;
}

/** Our own streams first, then those of others that flow or would. */
export function useMeasuredStreams(): readonly MeasuredStream[] {
  // As one text: the same streams are the same value.
  const listed = useRoomState(
    'subscriptions',
    ({ streams, subscriptions }) => {
      const own = [...streams.values()].filter(({ origin }) => origin === 'local');
      const theirs = [...subscriptions.values()].flatMap((ofOne) => [...ofOne.values()]);
      const wanted = theirs.filter(({ status }) => status === 'started' || status === 'paused');
      return JSON.stringify([...own, ...wanted].map(({ participantId, key }) => ({ participantId, key })));
    },
    'streams',
  );
  return useMemo(() => JSON.parse(listed) as MeasuredStream[], [listed]);
}
