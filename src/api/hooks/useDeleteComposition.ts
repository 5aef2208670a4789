'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { DeleteCompositionVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Deletes a composition. It leaves the lists at once, and comes back when the server refuses. */
export function useDeleteComposition(
  options?: MutationHookOptions<void, DeleteCompositionVariables>,
): UseMutationResult<void, RoomsApiError, DeleteCompositionVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.deleteComposition(), options);
}
