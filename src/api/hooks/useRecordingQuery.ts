'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RoomRecordingResource, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQueryOf } from './useApiQuery.ts';

/** A recording. While its id is null or undefined nothing is asked. */
export function useRecordingQuery<Selected = RoomRecordingResource>(
  recordingId: string | null | undefined,
  options?: QueryHookOptions<RoomRecordingResource, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQueryOf(recordingId, useRoomsApi().queries.recording, options);
}
