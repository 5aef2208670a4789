'use client';
import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RoomsApiError } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { RoomsApiMutation } from '../query/mutations.ts';

/** What a mutation hook takes: the options of `useMutation`. Its callbacks run after ours. */
export type MutationHookOptions<Data, Variables> = Omit<
  UseMutationOptions<Data, RoomsApiError, Variables, Undo>,
  'mutationFn' | 'mutationKey' | 'onMutate'
>;

/** A mutation of the REST API with what the caller of its hook wants besides. */
export function useApiMutation<Data, Variables>(
  mutation: RoomsApiMutation<Data, Variables>,
  options: MutationHookOptions<Data, Variables> = {},
): UseMutationResult<Data, RoomsApiError, Variables, Undo> {
  return useMutation({
    ...options,
    ...mutation,
    onSuccess: async (...args) => {
      await mutation.onSuccess?.(...args);
      await options.onSuccess?.(...args);
    },
    onError: async (...args) => {
      await mutation.onError?.(...args);
      await options.onError?.(...args);
    },
    onSettled: async (...args) => {
      await mutation.onSettled?.(...args);
      await options.onSettled?.(...args);
    },
  });
}
