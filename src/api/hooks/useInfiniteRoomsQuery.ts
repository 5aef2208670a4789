'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page, RoomResource, RoomsApiError, RoomsQuery } from '../client/index.ts';
import type { InfiniteQueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiInfiniteQuery } from './useApiQuery.ts';

/** The list of rooms, the newest first, page by page: `fetchNextPage` gets more of it. */
export function useInfiniteRoomsQuery<Selected = InfiniteData<Page<RoomResource>, number>>(
  query?: RoomsQuery,
  options?: InfiniteQueryHookOptions<RoomResource, Selected>,
): UseInfiniteQueryResult<Selected, RoomsApiError> {
  return useApiInfiniteQuery(useRoomsApi().infiniteQueries.rooms(query), options);
}
