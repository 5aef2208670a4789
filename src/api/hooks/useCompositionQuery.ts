'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RoomCompositionResource, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQueryOf } from './useApiQuery.ts';

/** A composition. While its id is null or undefined nothing is asked. */
export function useCompositionQuery<Selected = RoomCompositionResource>(
  compositionId: string | null | undefined,
  options?: QueryHookOptions<RoomCompositionResource, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQueryOf(compositionId, useRoomsApi().queries.composition, options);
}
