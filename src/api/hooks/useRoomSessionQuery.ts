'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RoomSessionQuery, RoomSessionResource, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQueryOf } from './useApiQuery.ts';

/** A session. While its id is null or undefined nothing is asked. */
export function useRoomSessionQuery<Selected = RoomSessionResource>(
  sessionId: string | null | undefined,
  query?: RoomSessionQuery,
  options?: QueryHookOptions<RoomSessionResource, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  const { queries } = useRoomsApi();
  return useApiQueryOf(sessionId, (id) => queries.roomSession(id, query), options);
}
