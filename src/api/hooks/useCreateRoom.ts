'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { CreateRoomInput, RoomResource, RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Makes a room. */
export function useCreateRoom(
  options?: MutationHookOptions<RoomResource, CreateRoomInput>,
): UseMutationResult<RoomResource, RoomsApiError, CreateRoomInput, Undo> {
  return useApiMutation(useRoomsApi().mutations.createRoom(), options);
}
