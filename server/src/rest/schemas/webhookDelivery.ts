import { type Static, Type } from 'typebox';
import type { WebhookDelivery as WebhookDeliveryRecord } from '../../db/repositories/WebhookDeliveriesRepository.ts';
import { ROOM_EVENT_TYPES } from '../../events/RoomEvent.ts';
import { named } from './named.ts';
import { NullableTimestamp, Timestamp, Uuid } from './text.ts';

const nullableString = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

/** What may come of a delivery. */
export const WebhookDeliveryStatus = Type.Enum(['pending', 'delivered', 'failed'], {
  description: 'pending: it is tried (again) at next_attempt_at. failed: it was given up.',
});

/** The name of an event. */
export const EventType = Type.Enum([...ROOM_EVENT_TYPES]);

/** A delivery of an event to a webhook, as the API shows it. */
export const WebhookDelivery = named('WebhookDelivery', {
  id: { ...Uuid, description: 'The id of the event, and the webhook-id that receivers see.' },
  record_type: Type.Literal('webhook_delivery'),
  event_type: EventType,
  room_id: Uuid,
  session_id: Uuid,
  status: WebhookDeliveryStatus,
  webhook_event_url: Type.String(),
  webhook_event_failover_url: nullableString('Where it goes when the first URL does not take it.'),
  attempts: Type.Integer({ description: 'How often it was tried.' }),
  last_attempt_at: NullableTimestamp,
  last_status_code: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  last_error: nullableString('Why the last attempt failed.'),
  next_attempt_at: NullableTimestamp,
  delivered_to: nullableString('The URL that took it.'),
  payload: Type.Record(Type.String(), Type.Unknown(), { description: 'What is told: the payload of the event.' }),
  occurred_at: Timestamp,
  created_at: Timestamp,
  updated_at: Timestamp,
});

export function presentWebhookDelivery(delivery: WebhookDeliveryRecord): Static<typeof WebhookDelivery> {
  return {
    id: delivery.id,
    record_type: 'webhook_delivery',
    event_type: delivery.eventType,
    room_id: delivery.roomId,
    session_id: delivery.sessionId,
    status: delivery.status,
    webhook_event_url: delivery.url,
    webhook_event_failover_url: delivery.failoverUrl,
    attempts: delivery.attempts,
    last_attempt_at: delivery.lastAttemptAt?.toISOString() ?? null,
    last_status_code: delivery.lastStatusCode,
    last_error: delivery.lastError,
    next_attempt_at: delivery.nextAttemptAt?.toISOString() ?? null,
    delivered_to: delivery.deliveredTo,
    payload: JSON.parse(delivery.event).payload,
    occurred_at: delivery.occurredAt.toISOString(),
    created_at: delivery.createdAt.toISOString(),
    updated_at: delivery.updatedAt.toISOString(),
  };
}
