'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { ChangeGrantsVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Changes what people in a session may do. */
export function useChangeGrants(
  options?: MutationHookOptions<void, ChangeGrantsVariables>,
): UseMutationResult<void, RoomsApiError, ChangeGrantsVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.changeGrants(), options);
}
