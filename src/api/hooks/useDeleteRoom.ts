'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { DeleteRoomVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Deletes a room. It leaves the lists at once, and comes back when the server refuses. */
export function useDeleteRoom(
  options?: MutationHookOptions<void, DeleteRoomVariables>,
): UseMutationResult<void, RoomsApiError, DeleteRoomVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.deleteRoom(), options);
}
