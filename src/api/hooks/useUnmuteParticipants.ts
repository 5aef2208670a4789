'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { UnmuteParticipantsVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Lets people turn on again what was kept off. */
export function useUnmuteParticipants(
  options?: MutationHookOptions<void, UnmuteParticipantsVariables>,
): UseMutationResult<void, RoomsApiError, UnmuteParticipantsVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.unmuteParticipants(), options);
}
