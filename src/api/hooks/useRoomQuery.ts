'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RoomQuery, RoomResource, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQueryOf } from './useApiQuery.ts';

/** A room. While its id is null or undefined nothing is asked. */
export function useRoomQuery<Selected = RoomResource>(
  roomId: string | null | undefined,
  query?: RoomQuery,
  options?: QueryHookOptions<RoomResource, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  const { queries } = useRoomsApi();
  return useApiQueryOf(roomId, (id) => queries.room(id, query), options);
}
