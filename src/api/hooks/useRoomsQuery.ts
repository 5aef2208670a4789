'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page, RoomResource, RoomsApiError, RoomsQuery } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQuery } from './useApiQuery.ts';

/** A page of rooms, the newest first. */
export function useRoomsQuery<Selected = Page<RoomResource>>(
  query?: RoomsQuery,
  options?: QueryHookOptions<Page<RoomResource>, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQuery(useRoomsApi().queries.rooms(query), options);
}
