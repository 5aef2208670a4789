'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { SessionVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Ends a session: everyone is disconnected. It shows at once, and goes back when the server refuses. */
export function useEndSession(
  options?: MutationHookOptions<void, SessionVariables>,
): UseMutationResult<void, RoomsApiError, SessionVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.endSession(), options);
}
