'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { MuteParticipantsVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Keeps people's tracks off: they cannot undo it. */
export function useMuteParticipants(
  options?: MutationHookOptions<void, MuteParticipantsVariables>,
): UseMutationResult<void, RoomsApiError, MuteParticipantsVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.muteParticipants(), options);
}
