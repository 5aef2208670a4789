import type {
  DataTag,
  InfiniteData,
  QueryFunctionContext,
  QueryKey,
  UseInfiniteQueryOptions,
  UseQueryOptions,
} from '@tanstack/react-query';
import type { Page, PageQuery, ReadPage, RequestOptions, RoomsApiError } from '../client/index.ts';

/** The options of a query: for `useQuery`, `useSuspenseQuery`, `prefetchQuery`, `fetchQuery`. */
export interface RoomsApiQuery<Data> {
  readonly queryKey: DataTag<QueryKey, Data, RoomsApiError>;
  readonly queryFn: (context: QueryFunctionContext) => Promise<Data>;
}

/** The options of an infinite list: for `useInfiniteQuery` and its kin. */
export interface RoomsApiInfiniteQuery<Resource> {
  readonly queryKey: DataTag<QueryKey, InfiniteData<Page<Resource>, number>, RoomsApiError>;
  readonly queryFn: (context: QueryFunctionContext<QueryKey, number>) => Promise<Page<Resource>>;
  readonly initialPageParam: number;
  readonly getNextPageParam: (page: Page<Resource>) => number | undefined;
  readonly getPreviousPageParam: (page: Page<Resource>) => number | undefined;
}

export function queryOf<Data>(
  queryKey: QueryKey,
  read: (options: RequestOptions) => Promise<Data>,
): RoomsApiQuery<Data> {
  const tagged = queryKey as RoomsApiQuery<Data>['queryKey'];
  return { queryKey: tagged, queryFn: ({ signal }) => read({ signal }) };
}

export function infiniteOf<Query extends { readonly page?: PageQuery | undefined }, Resource>(
  queryKey: QueryKey,
  list: ReadPage<Query, Resource>,
  query: Query | undefined,
): RoomsApiInfiniteQuery<Resource> {
  return {
    queryKey: queryKey as RoomsApiInfiniteQuery<Resource>['queryKey'],
    queryFn: ({ signal, pageParam: number }) =>
      list({ ...query, page: { ...query?.page, number } } as Query, { signal }),
    initialPageParam: query?.page?.number ?? 1,
    getNextPageParam: ({ meta }) => (meta.page_number < meta.total_pages ? meta.page_number + 1 : undefined),
    getPreviousPageParam: ({ meta }) => (meta.page_number > 1 ? meta.page_number - 1 : undefined),
  };
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
