'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RoomsApiError, WebhookDeliveryResource } from '../client/index.ts';
import type { Undo } from '../query/changeCached.ts';
import type { RedeliverWebhookVariables } from '../query/mutations.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { type MutationHookOptions, useApiMutation } from './useApiMutation.ts';

/** Delivers an event to its webhook again. */
export function useRedeliverWebhook(
  options?: MutationHookOptions<WebhookDeliveryResource, RedeliverWebhookVariables>,
): UseMutationResult<WebhookDeliveryResource, RoomsApiError, RedeliverWebhookVariables, Undo> {
  return useApiMutation(useRoomsApi().mutations.redeliverWebhook(), options);
}
