'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page, RoomSessionResource, RoomSessionsQuery, RoomsApiError } from '../client/index.ts';
import type { InfiniteQueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiInfiniteQuery } from './useApiQuery.ts';

/** The list of sessions of all rooms, deleted ones included, the newest first, page by page: `fetchNextPage` gets more of it. */
export function useInfiniteRoomSessionsQuery<Selected = InfiniteData<Page<RoomSessionResource>, number>>(
  query?: RoomSessionsQuery,
  options?: InfiniteQueryHookOptions<RoomSessionResource, Selected>,
): UseInfiniteQueryResult<Selected, RoomsApiError> {
  return useApiInfiniteQuery(useRoomsApi().infiniteQueries.roomSessions(query), options);
}
