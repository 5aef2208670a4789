'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page, RoomParticipantResource, RoomParticipantsQuery, RoomsApiError } from '../client/index.ts';
import type { InfiniteQueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiInfiniteQuery } from './useApiQuery.ts';

/** The list of who is or was in a session; who joined last comes first, page by page: `fetchNextPage` gets more of it. */
export function useInfiniteRoomParticipantsQuery<Selected = InfiniteData<Page<RoomParticipantResource>, number>>(
  query?: RoomParticipantsQuery,
  options?: InfiniteQueryHookOptions<RoomParticipantResource, Selected>,
): UseInfiniteQueryResult<Selected, RoomsApiError> {
  return useApiInfiniteQuery(useRoomsApi().infiniteQueries.roomParticipants(query), options);
}
