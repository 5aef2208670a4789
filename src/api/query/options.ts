import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryKey,
  queryOptions,
  type UseInfiniteQueryOptions,
  type UseQueryOptions,
} from '@tanstack/react-query';
import type { Page, PageQuery, ReadPage, RequestOptions, RoomsApiError } from '../client/index.ts';

/** The options of a query: for `useQuery`, `useSuspenseQuery`, `prefetchQuery`, `fetchQuery`. */
export function queryOf<Data>(queryKey: QueryKey, read: (options: RequestOptions) => Promise<Data>) {
  return queryOptions<Data, RoomsApiError>({ queryKey, queryFn: ({ signal }) => read({ signal }) });
}

/** The options of an infinite list: for `useInfiniteQuery` and its kin. */
export function infiniteOf<Query extends { readonly page?: PageQuery | undefined }, Resource>(
  queryKey: QueryKey,
  list: ReadPage<Query, Resource>,
  query: Query | undefined,
) {
  return infiniteQueryOptions<Page<Resource>, RoomsApiError, InfiniteData<Page<Resource>, number>, QueryKey, number>({
    queryKey,
    queryFn: ({ signal, pageParam: number }) =>
      list({ ...query, page: { ...query?.page, number } } as Query, { signal }),
    initialPageParam: query?.page?.number ?? 1,
    getNextPageParam: ({ meta }) => (meta.page_number < meta.total_pages ? meta.page_number + 1 : undefined),
    getPreviousPageParam: ({ meta }) => (meta.page_number > 1 ? meta.page_number - 1 : undefined),
  });
}

/** What a query hook takes besides what it asks for: the options of `useQuery`. */
export type QueryHookOptions<Data, Selected = Data> = Omit<
  UseQueryOptions<Data, RoomsApiError, Selected>,
  'queryKey' | 'queryFn'
>;

/** What a hook of an infinite list takes besides what it asks for: the options of `useInfiniteQuery`. */
export type InfiniteQueryHookOptions<Resource, Selected = InfiniteData<Page<Resource>, number>> = Omit<
  UseInfiniteQueryOptions<Page<Resource>, RoomsApiError, Selected, QueryKey, number>,
  'queryKey' | 'queryFn' | 'initialPageParam' | 'getNextPageParam' | 'getPreviousPageParam'
>;
