'use client';
import {
  type QueryKey,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Page, RoomsApiError } from '../client/index.ts';
import type {
  InfiniteQueryHookOptions,
  QueryHookOptions,
  RoomsApiInfiniteQuery,
  RoomsApiQuery,
} from '../query/options.ts';
import { retryPassing } from '../query/retryPassing.ts';

/** How often to try again, unless the application has said so for all its queries. */
export function useRetry(): boolean | number | ((failureCount: number, error: Error) => boolean) {
  return useQueryClient().getDefaultOptions().queries?.retry ?? retryPassing;
}

/** A query of the REST API with what the caller of its hook wants different. */
export function useApiQuery<Data, Selected>(
  { queryKey, queryFn }: RoomsApiQuery<Data>,
  options: QueryHookOptions<Data, Selected> | undefined,
): UseQueryResult<Selected, RoomsApiError> {
  const retry = useRetry();
  return useQuery<Data, RoomsApiError, Selected>({ retry, ...options, queryKey, queryFn });
}

/** The same, of one resource whose id may not be known yet: until then nothing is asked. */
export function useApiQueryOf<Data, Selected>(
  id: string | null | undefined,
  query: (id: string) => RoomsApiQuery<Data>,
  options: QueryHookOptions<Data, Selected> | undefined,
): UseQueryResult<Selected, RoomsApiError> {
  const known = id !== null && id !== undefined && id !== '';
  return useApiQuery<Data, Selected>(query(known ? id : ''), known ? options : { ...options, enabled: false });
}

/** An infinite list of the REST API. */
export function useApiInfiniteQuery<Resource, Selected>(
  query: RoomsApiInfiniteQuery<Resource>,
  options: InfiniteQueryHookOptions<Resource, Selected> | undefined,
): UseInfiniteQueryResult<Selected, RoomsApiError> {
  const retry = useRetry();
  const all = { retry, ...query, ...options } as UseInfiniteQueryOptions<
    Page<Resource>,
    RoomsApiError,
    Selected,
    QueryKey,
    number
  >;
  return useInfiniteQuery(all);
}
