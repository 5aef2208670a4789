'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page, RoomRecordingResource, RoomRecordingsQuery, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQuery } from './useApiQuery.ts';

/** A page of recordings, the newest first. */
export function useRecordingsQuery<Selected = Page<RoomRecordingResource>>(
  query?: RoomRecordingsQuery,
  options?: QueryHookOptions<Page<RoomRecordingResource>, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQuery(useRoomsApi().queries.recordings(query), options);
}
