'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { DeleteRecordingVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Deletes a recording. It leaves the lists at once, and comes back when the server refuses. */
export function useDeleteRecording(
  options?: MutationHookOptions<void, DeleteRecordingVariables>,
): UseMutationResult<void, RoomsApiError, DeleteRecordingVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.deleteRecording(), options);
}
