'use client';
import { QueryObserver, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { TokenPair, TokenSource } from '../../auth/index.ts';
import { type ClientTokenRequest, newFor } from '../query/clientToken.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useRetry } from './useApiQuery.ts';

/** A client token as a query: `data` holds it, `error` says why there is none. */
export type ClientTokenResult = UseQueryResult<TokenPair, Error> & {
  /** For a room: `<VideoRoom tokenSource={tokenSource} />`, `createRoom({ tokenSource })`. Always the same function. */
  readonly tokenSource: TokenSource;
};

/**
 * A token for one person and one room: fetched once, renewed before it runs out for as long as the component is there.
 * A room takes it through `tokenSource`, and gets a new one by it when its own runs out.
 */
export function useClientToken(
  request: ClientTokenRequest,
  { enabled = true }: { enabled?: boolean } = {},
): ClientTokenResult {
  const cache = useQueryClient();
  const options = { retry: useRetry(), ...useRoomsApi().queries.clientToken(request) };
  const result = useQuery({ ...options, enabled });

  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const tokenSource = useCallback<TokenSource>(async () => {
    const staleTime = newFor(cache.getQueryData<TokenPair>(latest.current.queryKey));
    // A room that waits is somebody, also when the component is gone.
    const stopWaiting = new QueryObserver(cache, { ...latest.current, enabled: false }).subscribe(() => undefined);
    try {
      const { token } = await cache.fetchQuery({ ...latest.current, staleTime });
      // Without the refresh token: one renews, the other asks for what is renewed.
      return { token };
    } finally {
      stopWaiting();
    }
  }, [cache]);
  return { ...result, tokenSource };
}
