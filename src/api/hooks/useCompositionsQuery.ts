'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page, RoomCompositionResource, RoomCompositionsQuery, RoomsApiError } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQuery } from './useApiQuery.ts';

/** A page of compositions, the newest first. */
export function useCompositionsQuery<Selected = Page<RoomCompositionResource>>(
  query?: RoomCompositionsQuery,
  options?: QueryHookOptions<Page<RoomCompositionResource>, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQuery(useRoomsApi().queries.compositions(query), options);
}
