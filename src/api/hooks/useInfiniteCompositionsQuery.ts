'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page, RoomCompositionResource, RoomCompositionsQuery, RoomsApiError } from '../client/index.ts';
import type { InfiniteQueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiInfiniteQuery } from './useApiQuery.ts';

/** The list of compositions, the newest first, page by page: `fetchNextPage` gets more of it. */
export function useInfiniteCompositionsQuery<Selected = InfiniteData<Page<RoomCompositionResource>, number>>(
  query?: RoomCompositionsQuery,
  options?: InfiniteQueryHookOptions<RoomCompositionResource, Selected>,
): UseInfiniteQueryResult<Selected, RoomsApiError> {
  return useApiInfiniteQuery(useRoomsApi().infiniteQueries.compositions(query), options);
}
