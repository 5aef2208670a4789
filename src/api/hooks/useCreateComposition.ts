'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { CreateCompositionInput, RoomCompositionResource, RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Orders a film of a session. */
export function useCreateComposition(
  options?: MutationHookOptions<RoomCompositionResource, CreateCompositionInput>,
): UseMutationResult<RoomCompositionResource, RoomsApiError, CreateCompositionInput, Undo> {
  return useApiMutation(useRoomsApi().mutations.createComposition(), options);
}
