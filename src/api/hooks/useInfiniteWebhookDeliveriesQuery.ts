'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page, RoomsApiError, WebhookDeliveriesQuery, WebhookDeliveryResource } from '../client/index.ts';
import type { InfiniteQueryHookOptions } from '../query/options.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';
import { useApiInfiniteQuery } from './useApiQuery.ts';

/** The list of what was told to webhooks and what was not, the newest first, page by page: `fetchNextPage` gets more of it. */
export function useInfiniteWebhookDeliveriesQuery<Selected = InfiniteData<Page<WebhookDeliveryResource>, number>>(
  query?: WebhookDeliveriesQuery,
  options?: InfiniteQueryHookOptions<WebhookDeliveryResource, Selected>,
): UseInfiniteQueryResult<Selected, RoomsApiError> {
  return useApiInfiniteQuery(useRoomsApi().infiniteQueries.webhookDeliveries(query), options);
}
