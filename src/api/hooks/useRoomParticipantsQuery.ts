'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page, RoomParticipantResource, RoomParticipantsQuery, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQuery } from './useApiQuery.ts';

/** A page of who is or was in a session; who joined last comes first. */
export function useRoomParticipantsQuery<Selected = Page<RoomParticipantResource>>(
  query?: RoomParticipantsQuery,
  options?: QueryHookOptions<Page<RoomParticipantResource>, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQuery(useRoomsApi().queries.roomParticipants(query), options);
}
