'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RoomParticipantResource, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQueryOf } from './useApiQuery.ts';

/** A participant, as of the session joined last. While its id is null or undefined nothing is asked. */
export function useRoomParticipantQuery<Selected = RoomParticipantResource>(
  participantId: string | null | undefined,
  options?: QueryHookOptions<RoomParticipantResource, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQueryOf(participantId, useRoomsApi().queries.roomParticipant, options);
}
