'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomResource, RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { UpdateRoomVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Changes a room. It shows at once, and goes back when the server refuses. */
export function useUpdateRoom(
  options?: MutationHookOptions<RoomResource, UpdateRoomVariables>,
): UseMutationResult<RoomResource, RoomsApiError, UpdateRoomVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.updateRoom(), options);
}
