'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RoomsApiError, WebhookDeliveryResource } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQueryOf } from './useApiQuery.ts';

/** A delivery to a webhook. While its id is null or undefined nothing is asked. */
export function useWebhookDeliveryQuery<Selected = WebhookDeliveryResource>(
  deliveryId: string | null | undefined,
  options?: QueryHookOptions<WebhookDeliveryResource, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQueryOf(deliveryId, useRoomsApi().queries.webhookDelivery, options);
}
