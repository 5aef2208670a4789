'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page, RoomRecordingResource, RoomRecordingsQuery, RoomsApiError } from '../client/index.ts';
import type { InfiniteQueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiInfiniteQuery } from './useApiQuery.ts';

/** The list of recordings, the newest first, page by page: `fetchNextPage` gets more of it. */
export function useInfiniteRecordingsQuery<Selected = InfiniteData<Page<RoomRecordingResource>, number>>(
  query?: RoomRecordingsQuery,
  options?: InfiniteQueryHookOptions<RoomRecordingResource, Selected>,
): UseInfiniteQueryResult<Selected, RoomsApiError> {
  return useApiInfiniteQuery(useRoomsApi().infiniteQueries.recordings(query), options);
}
