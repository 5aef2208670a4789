'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { KickParticipantsVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Removes people from a session. They are shown as gone at once, and come back when the server refuses. */
export function useKickParticipants(
  options?: MutationHookOptions<void, KickParticipantsVariables>,
): UseMutationResult<void, RoomsApiError, KickParticipantsVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.kickParticipants(), options);
}
