'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Page, RoomsApiError, WebhookDeliveriesQuery, WebhookDeliveryResource } from '../client/index.ts';
import type { QueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiQuery } from './useApiQuery.ts';

/** A page of what was told to webhooks and what was not, the newest first. */
export function useWebhookDeliveriesQuery<Selected = Page<WebhookDeliveryResource>>(
  query?: WebhookDeliveriesQuery,
  options?: QueryHookOptions<Page<WebhookDeliveryResource>, Selected>,
): UseQueryResult<Selected, RoomsApiError> {
  return useApiQuery(useRoomsApi().queries.webhookDeliveries(query), options);
}
