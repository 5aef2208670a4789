'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page, RoomSessionResource, RoomSessionsQuery, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQuery } from './useApiQuery.ts';

/** A page of sessions of all rooms, deleted ones included, the newest first. */
export function useRoomSessionsQuery<Selected = Page<RoomSessionResource>>(
  query?: RoomSessionsQuery,
  options?: QueryHookOptions<Page<RoomSessionResource>, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQuery(useRoomsApi().queries.roomSessions(query), options);
}
