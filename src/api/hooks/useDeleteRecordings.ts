'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomRecordingsFilter, RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Deletes all recordings that pass a filter; its data is their number. Those that surely pass leave the lists at once. */
export function useDeleteRecordings(
  options?: MutationHookOptions<number, RoomRecordingsFilter>,
): UseMutationResult<number, RoomsApiError, RoomRecordingsFilter, Undo> {
  return useApiMutation(useRoomsApi().mutations.deleteRecordings(), options);
}
