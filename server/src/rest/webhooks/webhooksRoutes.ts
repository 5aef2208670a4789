import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { dateFilterFields, readDateRange } from '../schemas/dateFilter.ts';
import { dataOf, errorResponses, listOf } from '../schemas/envelope.ts';
import { pageFields, presentPage, readPageRequest } from '../schemas/page.ts';
import { Uuid } from '../schemas/text.ts';
import {
  EventType,
  presentWebhookDelivery,
  WebhookDelivery,
  WebhookDeliveryStatus,
} from '../schemas/webhookDelivery.ts';

const tags = ['Webhooks'];
const Params = Type.Object({ webhook_delivery_id: Uuid });
const Secret = Type.Object({
  record_type: Type.Literal('webhook_secret'),
  secret: Type.String({ description: 'The secret of Standard Webhooks: "whsec_" and the key in base64.' }),
});

/** What was delivered to webhooks and what was not, and the secret that receivers check it with. */
export const webhooksRoutes: FastifyPluginAsyncTypebox<RestDeps> = async (app, { repositories, webhooks }) => {
  const { webhookDeliveries } = repositories;

  const listSchema = {
    tags,
    summary: 'List webhook deliveries',
    operationId: 'listWebhookDeliveries',
    querystring: Type.Object({
      ...dateFilterFields('date_created_at'),
      'filter[status]': Type.Optional(WebhookDeliveryStatus),
      'filter[event_type]': Type.Optional(EventType),
      'filter[room_id]': Type.Optional(Uuid),
      'filter[session_id]': Type.Optional(Uuid),
      ...pageFields,
    }),
    response: { 200: listOf(WebhookDelivery), ...errorResponses(401, 422) },
  };
  app.get('/webhook_deliveries', { schema: listSchema }, async ({ query }) => {
    const page = readPageRequest(query);
    const { 'filter[status]': status, 'filter[event_type]': eventType } = query;
    const { 'filter[room_id]': roomId, 'filter[session_id]': sessionId } = query;
    const filter = {
      ...(status !== undefined && { status }),
      ...(eventType !== undefined && { eventType }),
      ...(roomId !== undefined && { roomId }),
      ...(sessionId !== undefined && { sessionId }),
      createdAt: readDateRange(query, 'date_created_at'),
    };
    return presentPage(await webhookDeliveries.list(filter, page), page, presentWebhookDelivery);
  });

  const one = { tags, params: Params, response: { 200: dataOf(WebhookDelivery), ...errorResponses(401, 404) } };

  const readSchema = { ...one, summary: 'Read a webhook delivery', operationId: 'readWebhookDelivery' };
  app.get('/webhook_deliveries/:webhook_delivery_id', { schema: readSchema }, async ({ params }) => {
    const { webhook_delivery_id: id } = params;
    return { data: presentWebhookDelivery(orNotFound(await webhookDeliveries.find(id), 'webhook delivery', id)) };
  });

  const redeliverSchema = {
    ...one,
    summary: 'Deliver an event again',
    description: 'At once, with all attempts before it, whatever came of it until now. The id stays the same.',
    operationId: 'redeliverWebhookDelivery',
  };
  const redeliverPath = '/webhook_deliveries/:webhook_delivery_id/actions/redeliver';
  app.post(redeliverPath, { schema: redeliverSchema }, async ({ params: { webhook_delivery_id: id } }) => {
    const delivery = orNotFound(await webhookDeliveries.redeliver(id), 'webhook delivery', id);
    webhooks.wake();
    return { data: presentWebhookDelivery(delivery) };
  });

  const secretSchema = {
    tags,
    summary: 'Read the secret of webhook signatures',
    operationId: 'readWebhookSecret',
    response: { 200: dataOf(Secret), ...errorResponses(401) },
  };
  app.get('/webhook_secret', { schema: secretSchema }, async () => {
    return { data: { record_type: 'webhook_secret' as const, secret: webhooks.keys.secret } };
  });
};
